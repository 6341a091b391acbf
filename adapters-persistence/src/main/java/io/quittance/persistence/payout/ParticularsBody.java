package io.quittance.persistence.payout;

import io.quittance.domain.payout.Particulars;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The particulars of a payout as the bytes that are encrypted: field after field, behind a mark of the form. */
final class ParticularsBody {
    /** The form written here; a later one gets another mark. */
    private static final int FORM = 2;

    private ParticularsBody() {}

    static byte[] write(Particulars told) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            text(out, told.reference());
            text(out, told.notifyEmail());
            text(out, told.notifyPhone());
            text(out, told.redeemCode());
            text(out, told.receipt());
            text(out, told.fundsFrozenAt().map(Instant::toString));
            text(out, told.fundsReturnedAt().map(Instant::toString));
            text(out, told.expiresAt().map(Instant::toString));
            texts(out, told.asTold());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Particulars read(byte[] body) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            int form = in.readByte();
            if (form != FORM) {
                throw new IllegalStateException("particulars in the form " + form + " (expected: " + FORM + ")");
            }
            return new Particulars(
                    text(in),
                    text(in),
                    text(in),
                    text(in),
                    text(in),
                    text(in).map(Instant::parse),
                    text(in).map(Instant::parse),
                    text(in).map(Instant::parse),
                    texts(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void texts(DataOutputStream out, Map<String, String> texts) throws IOException {
        out.writeInt(texts.size());
        for (Map.Entry<String, String> text : texts.entrySet()) {
            out.writeUTF(text.getKey());
            out.writeUTF(text.getValue());
        }
    }

    private static Map<String, String> texts(DataInputStream in) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.put(in.readUTF(), in.readUTF());
        }
        return texts;
    }

    private static void text(DataOutputStream out, Optional<String> text) throws IOException {
        out.writeBoolean(text.isPresent());
        if (text.isPresent()) {
            out.writeUTF(text.get());
        }
    }

    private static Optional<String> text(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(in.readUTF()) : Optional.empty();
    }
}
