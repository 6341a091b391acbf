package io.quittance.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.bootstrap.demo.DemoFolder;
import io.quittance.bootstrap.demo.DemoFolder.Demo;
import io.quittance.bootstrap.documents.Sources;
import io.quittance.domain.text.Bytes;
import io.quittance.http.signing.Rsa;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** What can be called is asked of the running service itself, so nothing that it takes can lack a page. */
@DisplayName("A page in docs/protocol")
@TestInstance(Lifecycle.PER_CLASS)
class EndpointPagesIT {
    private RunningInstance running;

    @BeforeAll
    void starts(@TempDir Path folder) throws IOException {
        running = new RunningInstance(folder.resolve("data"));
    }

    @AfterAll
    void stops() {
        running.close();
    }

    @Test
    void explains_every_call_of_merchants() {
        Demo demo = new DemoFolder(running.settings.data()).read();
        Bytes request = Bytes.utf8("{\"appId\":\"" + demo.appId() + "\"}");
        String answer = running.call(
                        running.settings.localUrl(),
                        "POST",
                        "/aggregate-pay/api/gateway/noSuchCall",
                        request.asUtf8(),
                        "sign",
                        Rsa.sign(demo.app().getPrivate(), request))
                .body();

        assertEquals(List.of(), unexplained(answer));
    }

    @Test
    void explains_every_callback_of_upstream() {
        assertEquals(List.of(), unexplained(running.instance.places().get("callbacks")));
    }

    /** Names without a heading on any page, in a text that lists them behind {@code one of}. */
    private static List<String> unexplained(String listing) {
        List<String> headings = Sources.pages().stream()
                .filter(page -> Sources.name(page).startsWith("docs/protocol/"))
                .flatMap(page -> Sources.text(page).lines())
                .filter(line -> line.startsWith("#"))
                .toList();
        List<String> names = List.of(listing.substring(listing.indexOf("one of ") + 7)
                .replaceFirst("\\).*", "")
                .split(", "));
        assertTrue(names.size() > 4, listing);
        return names.stream()
                .filter(name -> headings.stream().noneMatch(heading -> heading.matches(".*\\b" + name + "\\b.*")))
                .toList();
    }
}
