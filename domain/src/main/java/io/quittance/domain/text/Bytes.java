package io.quittance.domain.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that never change and compare by content: a body as it was received, or as it will be sent. */
public final class Bytes {
    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    public static Bytes of(byte[] content) {
        return new Bytes(content.clone());
    }

    /** The UTF-8 form of a text. */
    public static Bytes utf8(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A copy that the caller may change. */
    public byte[] toArray() {
        return content.clone();
    }

    public String asUtf8() {
        return new String(content, StandardCharsets.UTF_8);
    }

    public int length() {
        return content.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** Says how many, never which: bodies carry personal data. */
    @Override
    public String toString() {
        return content.length + " bytes";
    }
}
