package io.quittance.persistence.payout;

import io.quittance.domain.payout.Particulars;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/** The particulars of a payout as the bytes that are encrypted: field after field, behind a mark of the form. */
final class ParticularsBody {
    /** The form written here; a later one gets another mark. */
    private static final int FORM = 1;

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
                    text(in).map(Instant::parse));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
