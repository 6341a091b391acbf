package io.quittance.application.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.journal.ObjectRef.Kind;
import io.quittance.application.store.Given;
import io.quittance.domain.text.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A seal")
class SealTest {
    private static final ObjectRef ABOUT = new ObjectRef(Kind.CAPTURE, "C1");
    private static final Told TOLD = Told.of(1, Given.note("one"));

    private final Chain chain = new Chain(new GivenAuditKey(1));

    @Test
    void is_read_from_its_cell_and_from_no_other() {
        Seal seal = chain.row(ABOUT, Optional.empty(), TOLD);

        assertEquals(Optional.of(seal), Seal.read(Bytes.of(seal.cell())));
        assertEquals(Optional.empty(), Seal.read(Bytes.of(Arrays.copyOf(seal.cell(), Seal.BYTES - 1))));
        assertEquals(Optional.empty(), Seal.read(Bytes.of(Arrays.copyOf(seal.cell(), Seal.BYTES + 1))));
        assertEquals("00000001", Seal.keyName(seal.key()));
        assertThrows(IllegalArgumentException.class, () -> new Seal(1, 1, Bytes.of(new byte[32])));
    }

    @Test
    void is_another_for_each_order_place_head_and_key() {
        Seal row = chain.row(ABOUT, Optional.empty(), TOLD);
        Seal head = chain.head(ABOUT, 1, row);

        List<Bytes> macs = Stream.of(
                        row,
                        head,
                        chain.row(new ObjectRef(Kind.CAPTURE, "C2"), Optional.empty(), TOLD),
                        chain.row(new ObjectRef(Kind.CANCEL, "C1"), Optional.empty(), TOLD),
                        chain.row(ABOUT, Optional.empty(), Told.of(2, Given.note("one"))),
                        chain.row(ABOUT, Optional.of(head), TOLD),
                        chain.row(ABOUT, Optional.of(new Seal(head.key(), 2, head.mac())), TOLD),
                        chain.head(ABOUT, 2, row),
                        new Chain(new GivenAuditKey(2)).row(ABOUT, Optional.empty(), TOLD))
                .map(Seal::mac)
                .toList();
        assertEquals(macs.size(), macs.stream().distinct().count());
        assertNotEquals(chain.anchor(ABOUT, head), head.mac());
        assertNotEquals(chain.asFound(ABOUT, TOLD), row.mac());
    }

    @Test
    void is_over_a_message_that_can_be_read_in_one_way_only() {
        assertFalse(Arrays.equals(
                new SealedWords("p").text("ab").text("c").message(),
                new SealedWords("p").text("a").text("bc").message()));
        assertFalse(Arrays.equals(
                new SealedWords("p").maybe(Optional.empty()).message(),
                new SealedWords("p").text("").message()));
        assertFalse(Arrays.equals(
                new SealedWords("p")
                        .maybe(Optional.of("a"))
                        .maybe(Optional.empty())
                        .message(),
                new SealedWords("p")
                        .maybe(Optional.empty())
                        .maybe(Optional.of("a"))
                        .message()));
        assertArrayEquals(
                new byte[] {0, 0, 0, 1, 'p', 0, 0, 0, 1, 'a', -1, -1, -1, -1},
                new SealedWords("p").text("a").maybe(Optional.empty()).message());
    }
}
