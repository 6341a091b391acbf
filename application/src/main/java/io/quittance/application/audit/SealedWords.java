package io.quittance.application.audit;

import io.quittance.domain.text.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A message for a MAC that can be read in one way only: each part behind its length, and what is absent is no empty part. */
final class SealedWords {
    private static final int ABSENT = -1;

    private final ByteArrayOutputStream written = new ByteArrayOutputStream(512);

    /** @param purpose what this is the message of */
    SealedWords(String purpose) {
        text(purpose);
    }

    SealedWords text(String value) {
        return part(value.getBytes(StandardCharsets.UTF_8));
    }

    SealedWords maybe(Optional<String> value) {
        return value.map(this::text).orElseGet(this::absent);
    }

    SealedWords bytes(Optional<Bytes> value) {
        return value.map(bytes -> part(bytes.toArray())).orElseGet(this::absent);
    }

    SealedWords number(long value) {
        return part(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    private SealedWords absent() {
        return length(ABSENT);
    }

    private SealedWords part(byte[] bytes) {
        length(bytes.length);
        written.writeBytes(bytes);
        return this;
    }

    private SealedWords length(int length) {
        written.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        return this;
    }

    byte[] message() {
        return written.toByteArray();
    }
}
