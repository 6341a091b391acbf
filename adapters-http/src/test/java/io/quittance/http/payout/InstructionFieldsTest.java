package io.quittance.http.payout;

import static io.quittance.http.payout.ReadAgain.least;
import static io.quittance.http.payout.ReadAgain.taken;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quittance.application.store.Given;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Contact;
import io.quittance.domain.payout.Instruction;
import io.quittance.domain.payout.Method;
import io.quittance.domain.payout.Method.Rail;
import io.quittance.domain.payout.Method.Way;
import io.quittance.domain.payout.Name;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Particulars;
import io.quittance.domain.payout.Payee;
import io.quittance.domain.payout.Payer;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.PayoutId;
import io.quittance.domain.text.Bytes;
import io.quittance.http.wire.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A field of a payout request, in our words,")
class InstructionFieldsTest {
    @ParameterizedTest
    @CsvSource({"PERSONAL,PERSON", "CORPORATION,COMPANY"})
    void tells_people_from_companies_by_either_key(String told, Payee.Kind kind) throws Refusal {
        for (String key : List.of("payeeType", "payeeType ")) {
            Instruction instruction = taken(least("", ",\"" + key + "\":\"" + told + "\""));

            assertEquals(kind, instruction.payee().kind());
            assertEquals(List.of(), instruction.unread());
        }
    }

    @ParameterizedTest
    @CsvSource({"SWIFT,SWIFT", "SEPA,SEPA", "LOCAL,LOCAL"})
    void tells_how_it_is_cleared_and_who_bears_the_charges(String told, Rail rail) throws Refusal {
        Method method = taken(least(",\"clearingRail\":\"" + told + "\",\"chargeOption\":\"OUR\"", ""))
                .method();

        assertEquals(Optional.of(rail), method.rail());
        assertEquals(Optional.of("OUR"), method.charges());
    }

    @Test
    void tells_whom_to_write_to() throws Refusal {
        assertEquals(
                new Contact(Optional.of("payee@example.com"), Optional.of("0812")),
                taken(least(",\"notifyEmail\":\"payee@example.com\",\"notifyPhone\":\"0812\"", ""))
                        .notice());
    }

    @Test
    void names_a_method_that_we_have_no_word_for() throws Refusal {
        Instruction instruction = taken(least("", "").replace("\"CASH\"", "\"CARRIER_BILLING\""));

        assertEquals(new Way.Other("CARRIER_BILLING"), instruction.method().way());
    }

    /** All that the pages' examples leave empty. */
    @Test
    void stands_at_its_place_in_the_payee() throws Refusal {
        Payee payee = taken(least(
                                "",
                                ",\"bankInfo\":{\"bankCode\":\"b1\",\"bankName\":\"b2\",\"bankBranch\":\"b3\","
                                    + "\"bankCity\":\"b4\",\"corAccountNo\":\"b5\"},"
                                    + "\"document\":{\"documentType\":\"d1\",\"documentId\":\"d2\","
                                    + "\"documentIssueDate\":\"2001-02-03\",\"documentExpireDate\":\"2031-02-03\"},"
                                    + "\"address\":{\"address\":\"a1\",\"city\":\"a2\",\"state\":\"a3\","
                                    + "\"zipCode\":\"a4\"},\"payeeNationality\":\"EG\",\"payeeBirthCountry\":\"SA\"")
                        .replace("\" 08 \"", "\"no\",\"accountType\":\"t\",\"checkDigit\":\"7\""))
                .payee();

        assertEquals(new Payee.Account("no", Optional.of("t"), Optional.of("7")), payee.account());
        assertEquals(
                new Payee.Bank(
                        Optional.of("b1"), Optional.of("b2"), Optional.of("b3"), Optional.of("b4"), Optional.of("b5")),
                payee.bank());
        assertEquals(
                new Payee.Document(
                        Optional.of("d1"),
                        Optional.of("d2"),
                        Optional.of(LocalDate.of(2001, 2, 3)),
                        Optional.of(LocalDate.of(2031, 2, 3))),
                payee.document());
        assertEquals(
                new Payee.Address(Optional.of("a1"), Optional.of("a2"), Optional.of("a3"), Optional.of("a4")),
                payee.address());
        assertEquals(
                new Payee.Origin(
                        Optional.empty(),
                        Optional.of(new Country("SA")),
                        Optional.of(new Country("EG")),
                        Optional.empty()),
                payee.origin());
    }

    @Test
    void says_who_pays() throws Refusal {
        assertEquals(
                new Payer(
                        Optional.of("S1"),
                        Optional.of("Shop Ltd"),
                        Optional.of(new Country("EG")),
                        Optional.of("P1"),
                        new Name(Optional.of("a"), Optional.of("b"), Optional.of("c"), Optional.of("d"))),
                taken(least(
                                ",\"payerInfo\":{\"subMerchantNo\":\"S1\",\"businessLegalName\":\"Shop Ltd\","
                                    + "\"registrationCountry\":\"EG\",\"merchantCategoryCode\":\"ADVERTISING_SERVICES\","
                                    + "\"payerId\":\"P1\",\"name\":{\"firstName\":\"a\",\"middleName\":\"b\","
                                    + "\"lastName\":\"c\",\"fullName\":\"d\"}}",
                                ""))
                        .payer());
    }

    @Nested
    class Names_what_it_cannot_make_out {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    ",\"destinationCurrency\":\"CNH\" | data.destinationCurrency (expected: a code of ISO 4217, as"
                            + " USD)",
                    ",\"sourceAccount\":\"XXX\" | data.sourceAccount (expected: a code of ISO 4217, as USD)",
                    ",\"purpose\":\"BRIBE\" | data.purpose (expected: one that the page lists)",
                    ",\"payerInfo\":{\"registrationCountry\":\"Egypt\"} | data.payerInfo.registrationCountry"
                            + " (expected: two capital letters, as ID)"
                })
        void as_that_is_not_the_same_as_left_out(String more, String unread) throws Refusal {
            assertEquals(List.of(unread), taken(least(more, "")).unread());
        }

        @Test
        void such_as_two_kinds_of_one_payee() throws Refusal {
            Instruction instruction = taken(least("", ",\"payeeType\":\"CORPORATION\",\"payeeType \":\"PERSONAL\""));

            assertEquals(Payee.Kind.COMPANY, instruction.payee().kind());
            assertEquals(
                    List.of("data.payeeInfo.payeeType  (expected: what the key without a blank says)"),
                    instruction.unread());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"data\":{}}", "{\"data\":{\"country\":\"PH\"}}", "[]", "x"})
    void are_never_made_of_what_is_no_request(String words) {
        Payout payout = Payout.requested(
                new PayoutId("T1"),
                new MerchantId(1),
                new AccountId(1),
                new OutTradeNo("O1"),
                Money.of("1", "PHP"),
                Particulars.NONE,
                Optional.empty(),
                Given.NOON);

        assertThrows(IllegalStateException.class, () -> new WireInstructions().read(payout, Bytes.utf8(words)));
    }
}
