package io.quittance.bootstrap.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.demo.DemoFolder.Demo;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The demo folder")
class DemoFolderTest {
    private static final URI URL = URI.create("http://127.0.0.1:9090/demo/notifications");
    private static final KeyPair GATEWAY = Rsa.newPair();

    @TempDir
    Path data;

    private DemoFolder folder;
    private Demo made;

    @BeforeEach
    void is_made() {
        folder = new DemoFolder(data);
        made = folder.open(URL, GATEWAY.getPublic());
    }

    @Test
    void holds_exactly_the_files_of_the_run_contract() throws IOException {
        Set<String> expected = Set.of(
                "app.json rw-r--r--",
                "app-private-key.pem rw-------",
                "app-public-key.pem rw-r--r--",
                "gateway-public-key.pem rw-r--r--",
                "gateway-public-key.txt rw-r--r--",
                "simulator-private-key.pem rw-------",
                "simulator-public-key.pem rw-r--r--");

        try (var files = Files.list(data.resolve("demo"))) {
            assertEquals(expected, files.map(DemoFolderTest::described).collect(Collectors.toSet()));
        }
    }

    private static String described(Path file) {
        try {
            return file.getFileName() + " " + PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void holds_ids_as_the_protocol_has_them() throws IOException {
        String card = Files.readString(data.resolve("demo/app.json"));

        assertTrue(made.appId().matches("[0-9a-f]{32}"), made.appId());
        assertTrue(made.merchantNo().matches("P01[0-9]{13}"), made.merchantNo());
        assertEquals(
                "{\"appId\":\"" + made.appId() + "\",\"merchantNo\":\"" + made.merchantNo() + "\",\"notifyUrl\":\""
                        + URL + "\"}\n",
                card);
    }

    @Test
    void is_the_same_the_next_time() {
        Demo again = folder.open(URL, GATEWAY.getPublic());

        assertEquals(made.appId(), again.appId());
        assertEquals(made.app().getPublic(), again.app().getPublic());
        assertEquals(made.simulator().getPublic(), again.simulator().getPublic());
    }

    @Test
    void follows_another_port_and_another_gateway_key() throws IOException {
        URI other = URI.create("http://127.0.0.1:9191/demo/notifications");
        KeyPair gateway = Rsa.newPair();

        Demo again = folder.open(other, gateway.getPublic());

        assertEquals(made.appId(), again.appId());
        assertEquals(other, again.notifyUrl());
        assertEquals(List.of(gateway.getPublic()), again.gatewayKeys());
        assertEquals(Pem.oneLine(gateway.getPublic()), Files.readString(data.resolve("demo/gateway-public-key.txt")));
    }

    @Test
    void says_what_to_do_when_its_card_is_unusable() throws IOException {
        Files.writeString(data.resolve("demo/app.json"), "{}");

        Trouble trouble = assertThrows(Trouble.class, folder::read);

        assertTrue(trouble.getMessage().contains("delete the folder"), trouble.getMessage());
    }

    @Test
    void never_shows_its_keys() {
        assertFalse(made.toString().contains("Key"), made.toString());
    }
}
