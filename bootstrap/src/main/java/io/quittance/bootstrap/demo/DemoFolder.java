package io.quittance.bootstrap.demo;

import io.quittance.bootstrap.keys.KeyDirectory;
import io.quittance.bootstrap.keys.KeyFiles;
import io.quittance.bootstrap.keys.PublishedKeys;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.signing.Pem;
import io.quittance.http.signing.Rsa;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder {@code data/demo}: all that the demo merchant, a curl or a script needs. */
public final class DemoFolder {
    private static final String APP = "app";
    private static final String SIMULATOR = "simulator";

    private final Path folder;
    private final PublishedKeys published;

    /**
     * The demo merchant.
     *
     * @param gatewayKeys what our answers and notifications may verify with, while the key is changed with each of several
     */
    public record Demo(
            String appId,
            String merchantNo,
            URI notifyUrl,
            KeyPair app,
            List<PublicKey> gatewayKeys,
            KeyPair simulator) {
        /** Never shows the keys. */
        @Override
        public String toString() {
            return "Demo[" + appId + ", " + merchantNo + "]";
        }
    }

    private record Card(String appId, String merchantNo, URI notifyUrl) {}

    public DemoFolder(Path data) {
        this.folder = data.resolve("demo");
        this.published = new PublishedKeys(data);
    }

    public Path path() {
        return folder;
    }

    /** Whether there is a demo merchant. */
    public boolean exists() {
        return Files.exists(file("app.json"));
    }

    /** The demo merchant; made now if there is none. What depends on other settings is brought up to date. */
    public Demo open(URI notifyUrl, PublicKey gatewayKey) {
        KeyFiles.folder(folder);
        if (!exists()) {
            make(notifyUrl);
        }
        replace(KeyDirectory.OPEN_PEM, Pem.writePublic(gatewayKey));
        replace(KeyDirectory.OPEN_LINE, Pem.oneLine(gatewayKey));
        Card card = card();
        if (!card.notifyUrl().equals(notifyUrl)) {
            replace("app.json", json(new Card(card.appId(), card.merchantNo(), notifyUrl)));
        }
        return read();
    }

    /** @throws Trouble if something is missing or cannot be read */
    public Demo read() {
        Card card = card();
        return new Demo(
                card.appId(),
                card.merchantNo(),
                card.notifyUrl(),
                pair(APP),
                Stream.concat(Stream.of(KeyFiles.readPublic(file(KeyDirectory.OPEN_PEM))), published.read().stream())
                        .distinct()
                        .toList(),
                pair(SIMULATOR));
    }

    /** What the simulator signs with, if it was ever here. */
    public Optional<PublicKey> simulatorKey() {
        Path file = publicKey(SIMULATOR);
        return Files.exists(file) ? Optional.of(KeyFiles.readPublic(file)) : Optional.empty();
    }

    /** The card last: where it is, the rest is there as well. */
    private void make(URI notifyUrl) {
        SecureRandom random = new SecureRandom();
        byte[] id = new byte[16];
        random.nextBytes(id);
        makePair(APP);
        makePair(SIMULATOR);
        String number = "P01%013d".formatted(random.nextLong(10_000_000_000_000L));
        replace("app.json", json(new Card(HexFormat.of().formatHex(id), number, notifyUrl)));
    }

    /** A half-made pair, left by a start that was cut off, is made anew: nobody has seen it. */
    private void makePair(String whose) {
        KeyPair pair = Rsa.newPair();
        try {
            Files.deleteIfExists(privateKey(whose));
        } catch (IOException e) {
            throw new Trouble("The file " + privateKey(whose) + " cannot be replaced.", e);
        }
        KeyFiles.writeSecret(privateKey(whose), Pem.writePrivate(pair.getPrivate()));
        replace(publicKey(whose).getFileName().toString(), Pem.writePublic(pair.getPublic()));
    }

    private void replace(String name, String content) {
        Path file = file(name);
        try {
            if (Files.exists(file) && Files.readString(file).equals(content)) {
                return;
            }
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Trouble("The file " + file + " cannot be replaced.", e);
        }
        KeyFiles.writePublic(file, content);
    }

    private KeyPair pair(String whose) {
        PrivateKey secret = KeyFiles.readPrivate(privateKey(whose));
        return new KeyPair(KeyFiles.readPublic(publicKey(whose)), secret);
    }

    private Card card() {
        String text = KeyFiles.text(file("app.json"));
        try {
            if (JsonReader.read(text.getBytes(StandardCharsets.UTF_8)) instanceof Json.Obj card) {
                return new Card(field(card, "appId"), field(card, "merchantNo"), URI.create(field(card, "notifyUrl")));
            }
        } catch (JsonFault | IllegalArgumentException e) {
            throw new Trouble(unusable(), e);
        }
        throw new Trouble(unusable());
    }

    private static String field(Json.Obj card, String name) {
        return card.field(name)
                .map(value -> value instanceof Json.Str(var text) ? text : "")
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> new IllegalArgumentException(name));
    }

    private String unusable() {
        return "The file " + file("app.json")
                + " is unusable (expected: appId, merchantNo and notifyUrl in JSON); delete" + " the folder " + folder
                + " and start again to get a new demo merchant.";
    }

    private static String json(Card card) {
        return JsonWriter.object(o -> o.text("appId", card.appId())
                                .text("merchantNo", card.merchantNo())
                                .text("notifyUrl", card.notifyUrl().toString()))
                        .asUtf8()
                + "\n";
    }

    private Path privateKey(String whose) {
        return file(whose + "-private-key.pem");
    }

    private Path publicKey(String whose) {
        return file(whose + "-public-key.pem");
    }

    private Path file(String name) {
        return folder.resolve(name);
    }
}
