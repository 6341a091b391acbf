package io.quittance.domain.payout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;

import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A payout's instruction")
class InstructionTest {
    private static final String PERSONAL = "PERSONAL";

    private static Optional<String> said() {
        return Optional.of(PERSONAL);
    }

    private static Name name(Optional<String> text) {
        return new Name(text, text, text, text);
    }

    private static Payee payee() {
        LocalDate day = LocalDate.of(1996, 9, 1);
        Optional<Country> country = Optional.of(new Country("QQ"));
        return new Payee(
                Payee.Kind.PERSON,
                new Payee.Account(PERSONAL, said(), said()),
                new Payee.Bank(said(), said(), said(), said(), said()),
                name(said()),
                new Contact(said(), said()),
                new Payee.Document(said(), said(), Optional.of(day), Optional.of(day)),
                new Payee.Address(said(), said(), said(), said()),
                new Payee.Origin(Optional.of(day), country, country, Optional.of(Payee.Gender.FEMALE)));
    }

    private static Instruction instruction(Optional<String> user, Optional<String> remark, Optional<String> reference) {
        return new Instruction(
                new OutTradeNo("O1"),
                new Conversion(Money.of("100", "IDR"), Optional.of(new Currency("USD")), Optional.empty()),
                new Country("ID"),
                new Method(
                        new Method.Way.Wallet(),
                        Optional.of("DANA"),
                        Optional.of(Method.Rail.LOCAL),
                        Optional.empty(),
                        Optional.of(Duration.ofDays(3))),
                payee(),
                new Payer(said(), said(), Optional.of(new Country("QQ")), said(), name(said())),
                user,
                Optional.of(Purpose.GAME),
                remark,
                reference,
                new Contact(said(), said()),
                Optional.of(URI.create("https://merchant.example/PERSONAL")),
                List.of());
    }

    @Test
    void prints_nothing_that_is_personal() {
        Instruction instruction = instruction(said(), said(), said());
        Payee payee = instruction.payee();

        assertEquals("Instruction[O1]", instruction.toString());
        for (Object part : List.of(
                payee,
                payee.account(),
                payee.bank(),
                payee.name(),
                payee.contact(),
                payee.document(),
                payee.address(),
                payee.origin(),
                instruction.payer(),
                instruction.notice())) {
            String printed = part.toString();
            assertEquals(part.getClass().getSimpleName() + "[...]", printed);
        }
    }

    /** Every text of every part. */
    static Stream<Consumer<Optional<String>>> texts() {
        Optional<String> none = Optional.empty();
        Optional<LocalDate> never = Optional.empty();
        return Stream.of(
                text -> instruction(text, none, none),
                text -> instruction(none, text, none),
                text -> instruction(none, none, text),
                text -> new Payee.Account(text.orElseThrow(), none, none),
                text -> new Payee.Account("1", text, none),
                text -> new Payee.Account("1", none, text),
                text -> new Payee.Bank(text, none, none, none, none),
                text -> new Payee.Bank(none, text, none, none, none),
                text -> new Payee.Bank(none, none, text, none, none),
                text -> new Payee.Bank(none, none, none, text, none),
                text -> new Payee.Bank(none, none, none, none, text),
                text -> new Name(text, none, none, none),
                text -> new Name(none, text, none, none),
                text -> new Name(none, none, text, none),
                text -> new Name(none, none, none, text),
                text -> new Contact(text, none),
                text -> new Contact(none, text),
                text -> new Payee.Document(text, none, never, never),
                text -> new Payee.Document(none, text, never, never),
                text -> new Payee.Address(text, none, none, none),
                text -> new Payee.Address(none, text, none, none),
                text -> new Payee.Address(none, none, text, none),
                text -> new Payee.Address(none, none, none, text),
                text -> new Payer(text, none, Optional.empty(), none, name(none)),
                text -> new Payer(none, text, Optional.empty(), none, name(none)),
                text -> new Payer(none, none, Optional.empty(), text, name(none)),
                text -> new Method.Way.Other(text.orElseThrow()),
                text -> new Method(new Method.Way.Cash(), text, Optional.empty(), none, Optional.empty()),
                text -> new Method(new Method.Way.Cash(), none, Optional.empty(), text, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void has_no_text_that_is_empty_or_longer_than_a_request_holds_and_shows_none(Consumer<Optional<String>> with) {
        with.accept(Optional.of("\u20AC".repeat(Instruction.MAX_CHARACTERS)));
        for (String wrong : List.of("", " \t", "secret".repeat(200))) {
            IllegalArgumentException refused =
                    assertThrowsExactly(IllegalArgumentException.class, () -> with.accept(Optional.of(wrong)));
            assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
        }
    }

    @Test
    void lets_nothing_be_picked_up_in_no_time() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Method(
                        new Method.Way.Cash(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Duration.ZERO)));
    }
}
