package io.quittance.http.outbound;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.quittance.http.live.Keys;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The other side's means: signatures without our code, and a JSON reader that shares none with ours. */
public final class Independent {
    private static final String ALGORITHM = "SHA256withRSA";
    private static final SecureRandom CHANCE = new SecureRandom();

    private Independent() {}

    public static KeyPair keys() {
        return Keys.pair();
    }

    /** A public key that is like any other and whose private half nobody has; quicker made than a pair. */
    public static PublicKey publicKey() {
        try {
            BigInteger modulus = new BigInteger(2048, CHANCE).setBit(2047).setBit(0);
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(modulus, RSAKeyGenParameterSpec.F4));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    public static String sign(PrivateKey key, byte[] body) {
        return Keys.sign(key, body);
    }

    public static boolean verifies(PublicKey key, LoopbackServer.Received request) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(request.body());
            return signature.verify(
                    Base64.getDecoder().decode(request.header("sign").orElseThrow()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the test cannot verify", e);
        }
    }

    /** Objects as maps, and every value as the text that stands there; null as null. */
    public static Map<String, Object> json(byte[] body) {
        try (JsonParser parser = new JsonFactory().createParser(body)) {
            parser.nextToken();
            return object(parser);
        } catch (IOException e) {
            throw new AssertionError("not JSON", e);
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            fields.put(name, value(parser, parser.nextToken()));
        }
        return fields;
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_NULL -> null;
            default -> parser.getText();
        };
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return items;
    }
}
