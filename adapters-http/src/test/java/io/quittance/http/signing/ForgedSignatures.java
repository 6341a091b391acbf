package io.quittance.http.signing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Signatures of one body that are nearly right, by a key of 2048 bits. Those with another padding are made by the key itself:
 * if one of them counted, a verifier would not look at all of it, which is how signatures have been made without the key.
 */
final class ForgedSignatures {
    static final int LENGTH = 256;

    private static final int DIGEST = 32;
    private static final String SHA256_INFO = "3031300d060960864801650304020105000420";

    private final RSAPrivateKey key;
    private final byte[] body;
    private final Map<String, byte[]> all = new LinkedHashMap<>();

    private ForgedSignatures(KeyPair pair, byte[] body) {
        this.key = (RSAPrivateKey) pair.getPrivate();
        this.body = body;
    }

    /** By what is wrong with each. @param right the signature as it should be */
    static Map<String, byte[]> of(KeyPair pair, byte[] body, byte[] right) throws GeneralSecurityException {
        ForgedSignatures forged = new ForgedSignatures(pair, body);
        forged.otherNumbers(right);
        forged.otherLengths(right);
        forged.otherPaddings();
        forged.otherDigestInfos();
        forged.otherAlgorithms();
        return forged.all;
    }

    /** RFC 8017, 9.2: what a signature is the power of. */
    static byte[] padded(byte[] info) {
        return padded("0001", LENGTH - 3 - info.length, "00", info);
    }

    private static byte[] padded(String head, int fill, String separator, byte[] rest) {
        byte[] filled = new byte[fill];
        Arrays.fill(filled, (byte) 0xff);
        return joined(hex(head), filled, hex(separator), rest);
    }

    private void otherNumbers(byte[] right) {
        BigInteger modulus = key.getModulus();
        BigInteger number = new BigInteger(1, right);
        put("0", BigInteger.ZERO);
        put("1", BigInteger.ONE);
        put("the modulus less 1", modulus.subtract(BigInteger.ONE));
        put("the modulus", modulus);
        put("the modulus and 1", modulus.add(BigInteger.ONE));
        put("the modulus less the right one", modulus.subtract(number));
        put("the modulus and the right one", number.add(modulus));
        put("the greatest", BigInteger.ONE.shiftLeft(8 * LENGTH).subtract(BigInteger.ONE));
        put("the right one next to it", number.add(BigInteger.ONE));
        put("the square of the right one", number.modPow(BigInteger.TWO, modulus));
    }

    private void otherLengths(byte[] right) {
        all.put("nothing", new byte[0]);
        all.put("a zero in front", joined(new byte[1], right));
        all.put("a zero behind", Arrays.copyOf(right, LENGTH + 1));
        all.put("without its last byte", Arrays.copyOf(right, LENGTH - 1));
        all.put("without its first byte", Arrays.copyOfRange(right, 1, LENGTH));
        all.put("its first half", Arrays.copyOf(right, LENGTH / 2));
        all.put("twice", joined(right, right));
        all.put("from its end to its beginning", reversed(right));
    }

    private void otherPaddings() throws GeneralSecurityException {
        byte[] info = joined(hex(SHA256_INFO), digest("SHA-256"));
        int fill = LENGTH - 3 - info.length;
        sign("block type 0", padded("0000", fill, "00", info));
        sign("block type 2", padded("0002", fill, "00", info));
        sign("beginning with 1", padded("0101", fill, "00", info));
        sign("no separator", padded("0001", fill, "ff", info));
        sign("another byte as the separator", padded("0001", fill, "01", info));
        sign("another byte in the padding", padded("0001fffe", fill - 2, "00", info));
        sign("the last byte of the padding another", padded("0001", fill - 1, "fe00", info));
        sign(
                "padding that ends early, more behind the digest",
                padded("0001", 8, "00", joined(info, new byte[fill - 8])));
        sign("one byte behind the digest", padded("0001", fill - 1, "00", joined(info, new byte[1])));
        sign("no padding, more behind the digest", padded("0001", 0, "00", joined(info, new byte[fill])));
        sign("two separators", padded("0001", fill - 1, "0000", info));
        sign("the digest cut short", padded(Arrays.copyOf(info, info.length - 1)));
        sign("the digest at the front", joined(hex("0001"), info, new byte[fill + 1]));
    }

    private void otherDigestInfos() throws GeneralSecurityException {
        byte[] digest = digest("SHA-256");
        info("the digest alone", "", digest);
        info(
                "a digest of other bytes",
                SHA256_INFO,
                MessageDigest.getInstance("SHA-256").digest(digest));
        info("a digest of zeros", SHA256_INFO, new byte[DIGEST]);
        info("named SHA-1, of 20 bytes", "3021300906052b0e03021a05000414", digest("SHA-1"));
        info("named SHA-512, of 64 bytes", "3051300d060960864801650304020305000440", digest("SHA-512"));
        info("named SHA-224, of 32 bytes", "3031300d060960864801650304020405000420", digest);
        info("named SHA-256, of 20 bytes", "3025300d060960864801650304020105000414", digest("SHA-1"));
        info("no parameters", "302f300b0609608648016503040201" + "0420", digest);
        info("parameters of another kind", "3033300f060960864801650304020104020000" + "0420", digest);
        info("much in the parameters", "3071304d0609608648016503040201" + "0440" + "ab".repeat(64) + "0420", digest);
        info("a length in two bytes", "308131300d060960864801650304020105000420", digest);
        info("a length that does not end", "3080300d060960864801650304020105000420", joined(digest, new byte[2]));
        info("one more within the sequence", "3033300d060960864801650304020105000420", joined(digest, hex("0500")));
        info("a bit string", "3032300d0609608648016503040201050003" + "2100", digest);
        info("an unknown tag", "3131300d060960864801650304020105000420", digest);
    }

    private void otherAlgorithms() throws GeneralSecurityException {
        for (String algorithm : new String[] {
            "MD5withRSA", "SHA1withRSA", "SHA224withRSA", "SHA384withRSA", "SHA512withRSA", "SHA512/256withRSA"
        }) {
            Signature signature = Signature.getInstance(algorithm, "SunRsaSign");
            signature.initSign(key);
            signature.update(body);
            all.put(algorithm, signature.sign());
        }
        Signature pss = Signature.getInstance("RSASSA-PSS", "SunRsaSign");
        pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, DIGEST, 1));
        pss.initSign(key);
        pss.update(body);
        all.put("PSS", pss.sign());
    }

    private void info(String what, String head, byte[] digest) {
        sign(what, padded(joined(hex(head), digest)));
    }

    private void sign(String what, byte[] padded) {
        put(what, new BigInteger(1, padded).modPow(key.getPrivateExponent(), key.getModulus()));
    }

    /** In as many bytes as a signature has, or in one more. */
    private void put(String what, BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[Math.max(LENGTH, number.bitLength() / 8 + (number.bitLength() % 8 > 0 ? 1 : 0))];
        int length = Math.min(fixed.length, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, fixed.length - length, length);
        all.put(what, fixed);
    }

    private byte[] digest(String algorithm) throws GeneralSecurityException {
        return MessageDigest.getInstance(algorithm).digest(body);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
