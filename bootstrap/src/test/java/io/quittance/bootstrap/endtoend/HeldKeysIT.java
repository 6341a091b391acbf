package io.quittance.bootstrap.endtoend;

import static io.quittance.bootstrap.endtoend.KeyRotationIT.keys;
import static io.quittance.bootstrap.endtoend.KeyRotationIT.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quittance.application.key.NeedsSoftHsm;
import io.quittance.application.key.SoftToken;
import io.quittance.application.key.StoreFile;
import io.quittance.bootstrap.endtoend.GatewayProcess.Ran;
import io.quittance.bootstrap.endtoend.TestMerchant.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verified by the JDK alone, with the certificates that the stores show. */
@DisplayName("A gateway whose keys are kept elsewhere")
class HeldKeysIT {
    private static final String SETTING = "QUITTANCE_GATEWAY_KEY";
    private static final String PASSWORD = "correct horse";

    @TempDir
    private Path folder;

    /** That every answer and every message verifies with it. */
    private void assertSigns(GatewayProcess gateway, TestMerchant shop, PublicKey key, String... requests)
            throws IOException {
        int before = shop.notices().size();
        for (String request : requests) {
            Answer answer = shop.capture(gateway, request, "5");
            assertEquals("APPLY_SUCCESS", answer.code(), () -> answer.json() + gateway.printed());
            assertTrue(Rsa.verify(key, answer.body(), answer.sign()), request);
        }
        Await.until(
                () -> "all messages; it printed:\n" + gateway.printed(),
                Duration.ofSeconds(30),
                () -> shop.notices().size() >= before + requests.length);
        shop.notices().stream()
                .skip(before)
                .forEach(notice -> assertTrue(Rsa.verify(key, notice.body(), notice.sign())));
    }

    private static boolean signs(GatewayProcess gateway, TestMerchant shop, PublicKey key) {
        try {
            Answer answer = shop.capture(gateway, "again", "5");
            return Rsa.verify(key, answer.body(), answer.sign());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String health(GatewayProcess gateway) throws IOException {
        return new String(Http.get(gateway.management("/health")).body(), StandardCharsets.UTF_8);
    }

    private static PublicKey certified(SoftToken token, String alias) throws CertificateException {
        byte[] pem = token.certificate(alias).getBytes(StandardCharsets.US_ASCII);
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem))
                .getPublicKey();
    }

    @Test
    @NeedsSoftHsm
    void signs_with_the_token_that_holds_them() throws Exception {
        SoftToken token = SoftToken.in(Files.createDirectory(folder.resolve("token")))
                .with("first", "RSA", "-keysize", "2048")
                .with("second", "RSA", "-keysize", "3072");
        GatewayProcess gateway = new GatewayProcess(folder)
                .with("QUITTANCE_SIMULATOR_DELAY", "10ms")
                .with(SoftToken.SETTING, token.settings().toString())
                .with(SETTING, token.reference("first"));
        try (gateway;
                TestMerchant shop = new TestMerchant("shop-token", "SHOP0000000095")) {
            gateway.start();
            shop.register(gateway, folder);
            assertSigns(gateway, shop, certified(token, "first"), "t1", "t2", "t3");

            run(gateway, "key", "add", "--gateway", token.reference("second"), "--from", "1s", "--by", "Ada");
            PublicKey second = certified(token, "second");
            Await.until("the second signs", Duration.ofSeconds(30), () -> signs(gateway, shop, second));
            assertSigns(gateway, shop, second, "t4", "t5");

            gateway.kill();
            gateway.start();
            assertEquals(2, keys(gateway, "--gateway").size());
            assertSigns(gateway, shop, second, "t6");
            gateway.kill();

            Files.writeString(token.pinFile(), "1147");
            assertNotEquals(0, refused(gateway, token.reference("first"), "the token refuses its password (CKR_PIN_"));
            assertFalse(gateway.printed().contains(SoftToken.PIN));
        }
    }

    @Test
    @NeedsSoftHsm
    void loses_nothing_while_its_token_is_pulled_and_signs_again_once_that_is_back() throws Exception {
        SoftToken token =
                SoftToken.in(Files.createDirectory(folder.resolve("token"))).with("first", "RSA", "-keysize", "2048");
        Path tokens = folder.resolve("token/tokens");
        PublicKey key = certified(token, "first");
        GatewayProcess gateway = new GatewayProcess(folder)
                .with("QUITTANCE_SIMULATOR_DELAY", "3s")
                .with(SoftToken.SETTING, token.settings().toString())
                .with(SETTING, token.reference("first"));
        try (gateway;
                TestMerchant shop = new TestMerchant("shop-pulled", "SHOP0000000097")) {
            gateway.start();
            shop.register(gateway, folder);
            String id = keys(gateway, "--gateway")
                    .getFirst()
                    .path("fingerprint")
                    .asText()
                    .substring(0, 16);
            for (int turn = 0; turn < 2; turn++) {
                String owed = "owed" + turn;
                String asked = "asked" + turn;
                Answer acknowledged = shop.capture(gateway, owed, "5");
                assertTrue(Rsa.verify(key, acknowledged.body(), acknowledged.sign()));

                Path away = Files.move(tokens, folder.resolve("away"));
                Await.until(gateway::printed, Duration.ofSeconds(30), () -> !gateway.ready());
                String why = "the gateway's key " + id + ": there is no usable private key at "
                        + token.reference("first") + ", as ";
                assertTrue(health(gateway).contains(why), health(gateway));
                Answer unsigned = shop.capture(gateway, asked, "5");
                assertEquals("SYSTEM_ERROR", unsigned.code());
                assertEquals("", unsigned.sign());
                Await.until("its result is owed", Duration.ofSeconds(30), gateway::owes);
                assertFalse(told(shop, owed), "before it can be signed");

                Files.move(away, tokens);
                Await.until(gateway::printed, Duration.ofSeconds(30), gateway::ready);
                assertTrue(signs(gateway, shop, key));
                Await.until(gateway::printed, Duration.ofSeconds(30), () -> told(shop, owed) && told(shop, asked));
                assertEquals("APPLY_SUCCESS", shop.capture(gateway, asked, "5").code());
            }
            shop.notices().forEach(notice -> assertTrue(Rsa.verify(key, notice.body(), notice.sign())));
            assertTrue(gateway.printed().contains("the gateway's key " + id + " can be had again"));
        }
    }

    private static boolean told(TestMerchant shop, String request) {
        return shop.notices().stream().anyMatch(notice -> notice.requestId().equals(request));
    }

    @Test
    void refuses_nobody_while_one_is_moved_to_where_it_is_kept_and_back() throws Exception {
        KeyPair next = Rsa.newPair();
        Path file = Rsa.writePrivate(folder.resolve("next.pem"), next.getPrivate());
        String id = Rsa.fingerprint(next.getPublic());
        try (GatewayProcess gateway = new GatewayProcess(folder)
                        .with("QUITTANCE_SIMULATOR_DELAY", "10ms")
                        .start();
                TestMerchant shop = new TestMerchant("shop-moved", "SHOP0000000098")) {
            shop.register(gateway, folder);
            run(gateway, "key", "add", "--gateway", file.toString(), "--from", "1s", "--by", "Ada");
            Await.until("it signs", Duration.ofSeconds(30), () -> signs(gateway, shop, next.getPublic()));
            Queue<String> unverified = new ConcurrentLinkedQueue<>();
            try (KeyLoad load = new KeyLoad(shop, (signer, no) -> {
                Answer answer = signer.capture(gateway, "under-load-" + no, "5");
                if (!Rsa.verify(next.getPublic(), answer.body(), answer.sign())) {
                    unverified.add(answer.json().toString());
                }
                return answer;
            })) {
                load.goesOn();
                run(gateway, "key", "move", "--gateway", id, "file:" + file, "--by", "Ada");
                assertEquals("file:" + file, kept(gateway, 1));
                load.goesOn();
                run(gateway, "key", "move", "--gateway", id.substring(0, 8), file.toString(), "--by", "Ada");
                assertEquals("database", kept(gateway, 1));
                load.goesOn();
                assertEquals(List.of(), load.refused());
                assertEquals(List.of(), List.copyOf(unverified));
            }
        }
    }

    private static String kept(GatewayProcess gateway, int place) throws Exception {
        return keys(gateway, "--gateway").get(place).path("kept").asText();
    }

    @Test
    void signs_with_those_of_a_store_and_of_a_variable_and_is_not_ready_without_one() throws Exception {
        KeyPair account = Rsa.newPair();
        String pem = Files.readString(Rsa.writePrivate(folder.resolve("a.pem"), account.getPrivate()));
        String reference = store("gateway");
        PublicKey first = certified("gateway");
        try (GatewayProcess far = FarAccount.far(folder);
                GatewayProcess near = FarAccount.towards(far, folder)
                        .with(SETTING, reference)
                        .with("STORE_PASSWORD", PASSWORD)
                        .with("ACCOUNT_KEY", pem.replace("\n", "\\n"))
                        .start();
                TestMerchant shop = new TestMerchant("shop-store", "SHOP0000000096")) {
            FarAccount.open(far, near, shop, folder, account.getPublic(), "env:ACCOUNT_KEY");
            assertSigns(near, shop, first, "s1", "s2");

            KeyPair next = Rsa.newPair();
            Path file = Rsa.writePrivate(folder.resolve("next.pem"), next.getPrivate());
            run(near, "key", "add", "--gateway", "file:" + file, "--from", "1s", "--by", "Ada");
            Await.until("the next signs", Duration.ofSeconds(30), () -> signs(near, shop, next.getPublic()));
            String said = run(near, "backup", "--to", folder.resolve("backup").toString());
            List.of(
                            "NOT kept: the key in " + reference + ", which a setting names; it belongs to this backup.",
                            "NOT kept: the private key " + id(next) + " of the gateway, which is at file:" + file
                                    + "; each instance that this is restored for has to find it there.",
                            "NOT kept: the private key " + id(account) + " of account 1, which is at env:ACCOUNT_KEY;"
                                    + " each instance that this is restored for has to find it there.")
                    .forEach(line -> assertTrue(said.contains(line), said));
            assertEquals(3, said.split("NOT kept", -1).length - 1, said);
            assertTellsWhatIsNeeded(near, next, file, account);

            near.kill();
            Files.move(file, folder.resolve("away.pem"));
            near.launch();
            Await.until(near::printed, Duration.ofSeconds(60), near::up);
            assertFalse(near.ready());
            assertTrue(health(near).contains("there is no usable private key at file:" + file), health(near));
            assertTrue(signs(near, shop, first), "what counts since before goes on");
            Files.move(folder.resolve("away.pem"), file);
            Await.until(near::printed, Duration.ofSeconds(30), near::ready);
            assertSigns(near, shop, next.getPublic(), "s3");

            near.kill();
            near.with("STORE_PASSWORD", "battery staple");
            assertNotEquals(0, refused(near, reference, "its password does not open it"));
            assertFalse(near.printed().contains(PASSWORD));
        }
    }

    /** Where that backup is restored, with the same setting. */
    private void assertTellsWhatIsNeeded(GatewayProcess near, KeyPair next, Path file, KeyPair account)
            throws Exception {
        String backup = folder.resolve("backup").toString();
        String other = folder.resolve("other").toString();

        String restored = run(near, "restore", "--data", other, "--from", backup);

        List<String> needed =
                restored.lines().filter(line -> line.startsWith("NEEDED")).toList();
        assertEquals(
                List.of(
                        "NEEDED: the private key " + id(account) + " of account 1, which is at env:ACCOUNT_KEY;"
                                + " each instance has to find it there.",
                        "NEEDED: the private key " + id(next) + " of the gateway, which is at file:" + file
                                + "; each instance has to find it there."),
                needed,
                restored);
    }

    private static String id(KeyPair pair) {
        return Rsa.fingerprint(pair.getPublic()).substring(0, 16);
    }

    private static int refused(GatewayProcess gateway, String reference, String why) throws Exception {
        Ran ran = gateway.run("serve");
        assertTrue(
                ran.err().contains("QUITTANCE_GATEWAY_KEY names no usable private key at " + reference + ", as " + why),
                ran.err() + ran.out());
        return ran.exit();
    }

    private String store(String alias) {
        Path store = StoreFile.made(folder.resolve(alias + ".p12"), alias, "-storepass", PASSWORD);
        return "pkcs12:" + store + "#" + alias + ";password=env:STORE_PASSWORD";
    }

    private PublicKey certified(String alias) throws Exception {
        return KeyStore.getInstance(folder.resolve(alias + ".p12").toFile(), PASSWORD.toCharArray())
                .getCertificate(alias)
                .getPublicKey();
    }
}
