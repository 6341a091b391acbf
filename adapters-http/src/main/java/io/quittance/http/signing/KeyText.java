package io.quittance.http.signing;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The bytes of keys in the text that people have of them: armoured, with other text around, its line feeds gone or written out, or
 * a line of base64 alone. The armour's words are not believed, as one official client writes PKCS#8 under the words of PKCS#1.
 */
final class KeyText {
    private static final Pattern ARMOUR = Pattern.compile("-----BEGIN [A-Z0-9 ]*-----([^-]*)-----END [A-Z0-9 ]*-----");

    /** As environment variables and JSON copied by hand have them. */
    private static final Pattern WRITTEN_OUT = Pattern.compile("\\\\r\\\\n|\\\\n|\\\\r");

    /** Also what editors and web pages leave behind: quotes, a byte order mark, blanks that do not show. */
    private static final Pattern NO_BASE64 = Pattern.compile("[\\s\"'\\u00a0\\u200b\\ufeff]");

    private static final Pattern OPENSSH =
            Pattern.compile("-----BEGIN OPENSSH|---- BEGIN SSH2|(?:^|\\n)(?:ssh-[a-z0-9]+|ecdsa-[a-z0-9-]+) AAAA");

    private KeyText() {}

    /** In their order. @throws IllegalArgumentException if something that should be base64 is not */
    static List<byte[]> blocks(String text) {
        String lines = WRITTEN_OUT.matcher(text).replaceAll("\n");
        List<byte[]> blocks = new ArrayList<>();
        Matcher armour = ARMOUR.matcher(lines);
        while (armour.find()) {
            blocks.add(decoded(armour.group(1)));
        }
        if (blocks.isEmpty()) {
            blocks.add(decoded(lines.lines()
                    .filter(line -> !line.strip().startsWith("-----"))
                    .collect(Collectors.joining())));
        }
        return blocks;
    }

    /** By OpenSSL's old form, which names it above the base64. */
    static boolean isEncrypted(String text) {
        return text.contains("Proc-Type: 4,ENCRYPTED");
    }

    static boolean isOpenSsh(String text) {
        return OPENSSH.matcher(text).find();
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(NO_BASE64.matcher(base64).replaceAll(""));
    }
}
