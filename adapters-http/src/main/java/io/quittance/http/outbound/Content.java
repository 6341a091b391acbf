package io.quittance.http.outbound;

import io.quittance.domain.text.Bytes;
import io.quittance.domain.text.ProtocolText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * What an answer says, without the packing of the way. A signature is made over the body that the far application has
 * written, before its server or a proxy packed it; so what is judged and verified is unpacked. We ask for no packing, and
 * some pack all the same: gzip is undone, any other coding is named and not read.
 *
 * @param body of what was read; what could be unpacked of it
 * @param flaw why that is not the whole answer
 */
record Content(Bytes body, Optional<String> flaw) {
    /** What gzip adds to bytes that it cannot make smaller, and more. */
    private static final int PACKING = 1024;

    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
    private static final int CHUNK = 4096;

    /** How many bytes of an answer have to be read to know whether what it says is longer than that. */
    static int bytesToRead(int most) {
        return most + PACKING + 1;
    }

    /**
     * @param read the first bytes of the answer, up to {@link #bytesToRead}
     * @param most bytes that it may have unpacked
     */
    static Content of(byte[] read, Headers headers, int most) {
        List<String> codings = codings(headers);
        if (codings.isEmpty() || read.length == 0) {
            return plain(read, most);
        }
        if (codings.size() > 1 || !GZIP.contains(codings.getFirst())) {
            String named = ProtocolText.excerpt(String.join(", ", codings));
            return new Content(Bytes.utf8(""), Optional.of("the answer is encoded as " + named));
        }
        return unpacked(read, most);
    }

    private static Content plain(byte[] read, int most) {
        return read.length > most
                ? new Content(Bytes.of(Arrays.copyOf(read, most)), tooLong(most))
                : new Content(Bytes.of(read), Optional.empty());
    }

    /** Stops at the first byte too many, so that a bomb costs no more memory than an honest answer. */
    private static Content unpacked(byte[] read, int most) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(read), CHUNK)) {
            byte[] chunk = new byte[CHUNK];
            for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
                body.write(chunk, 0, got);
                if (body.size() > most) {
                    return plain(body.toByteArray(), most);
                }
            }
        } catch (IOException e) {
            boolean cut = read.length > most + PACKING;
            return new Content(
                    Bytes.of(body.toByteArray()), cut ? tooLong(most) : Optional.of("the answer's gzip is damaged"));
        }
        return new Content(Bytes.of(body.toByteArray()), Optional.empty());
    }

    private static Optional<String> tooLong(int most) {
        return Optional.of("the answer is longer than " + most + " bytes");
    }

    private static List<String> codings(Headers headers) {
        return headers.all().getOrDefault("content-encoding", List.of()).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList();
    }
}
