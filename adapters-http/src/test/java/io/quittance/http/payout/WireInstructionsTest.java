package io.quittance.http.payout;

import static io.quittance.http.payout.ReadAgain.least;
import static io.quittance.http.payout.ReadAgain.taken;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import io.quittance.domain.money.Money;
import io.quittance.domain.payout.Contact;
import io.quittance.domain.payout.Conversion;
import io.quittance.domain.payout.Conversion.Side;
import io.quittance.domain.payout.Instruction;
import io.quittance.domain.payout.Method;
import io.quittance.domain.payout.Method.Way;
import io.quittance.domain.payout.Name;
import io.quittance.domain.payout.OutTradeNo;
import io.quittance.domain.payout.Payee;
import io.quittance.domain.payout.Payer;
import io.quittance.domain.payout.Purpose;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.live.OddNews;
import io.quittance.http.live.Page;
import io.quittance.http.wire.Refusal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a payout request says in our words")
class WireInstructionsTest {
    private static final Optional<String> UNSAID = Optional.empty();
    private static final Name UNNAMED = new Name(UNSAID, UNSAID, UNSAID, UNSAID);

    @Test
    void is_all_of_the_pages_example() throws Refusal {
        Instruction instruction = taken(Page.example("payout/request.json"));

        assertEquals(
                new Instruction(
                        new OutTradeNo("orderorder1650532228089613"),
                        new Conversion(
                                Money.of("100", "IDR"),
                                Optional.of(new Currency("USD")),
                                Optional.of(new Currency("IDR"))),
                        new Country("ID"),
                        new Method(
                                new Way.Wallet(),
                                Optional.of("DANA"),
                                Optional.empty(),
                                UNSAID,
                                Optional.of(Duration.ofDays(3))),
                        new Payee(
                                Payee.Kind.PERSON,
                                new Payee.Account("0812323233332", UNSAID, UNSAID),
                                new Payee.Bank(UNSAID, UNSAID, UNSAID, UNSAID, UNSAID),
                                new Name(
                                        Optional.of("James"),
                                        Optional.of("Shri Williams"),
                                        Optional.of("Kanta"),
                                        Optional.of("James Shri Williams Kanta")),
                                new Contact(Optional.of("example@gmail.com"), Optional.of("08123456789")),
                                new Payee.Document(UNSAID, UNSAID, Optional.empty(), Optional.empty()),
                                new Payee.Address(UNSAID, UNSAID, UNSAID, UNSAID),
                                new Payee.Origin(
                                        Optional.of(LocalDate.of(1996, 9, 1)),
                                        Optional.of(new Country("ID")),
                                        Optional.of(new Country("ID")),
                                        Optional.of(Payee.Gender.MALE))),
                        new Payer(UNSAID, UNSAID, Optional.empty(), UNSAID, UNNAMED),
                        Optional.of("abc123456789"),
                        Optional.of(Purpose.GAME),
                        Optional.of("this is remark"),
                        Optional.of("this is reference"),
                        new Contact(Optional.of("example@gmail.com"), UNSAID),
                        Optional.of(URI.create("http://example.com/callback/")),
                        List.of()),
                instruction);
        assertEquals(Set.of(Side.DESTINATION), instruction.conversion().fixed());
    }

    /** The page has no request for a bank: the payee is the validation page's, to the letter, and so is all but number and trade. */
    @Test
    void is_all_of_the_example_of_the_page_on_validation() throws Refusal {
        assertEquals(
                new Instruction(
                        new OutTradeNo("O1"),
                        new Conversion(
                                Money.of("100", "USD"),
                                Optional.of(new Currency("USD")),
                                Optional.of(new Currency("IDR"))),
                        new Country("ID"),
                        new Method(
                                new Way.BankTransfer(), Optional.of("BCA"), Optional.empty(), UNSAID, Optional.empty()),
                        new Payee(
                                Payee.Kind.PERSON,
                                new Payee.Account("SA1210987654987654987654", UNSAID, UNSAID),
                                new Payee.Bank(
                                        Optional.of("NCBKSAJE"),
                                        Optional.of("Raiffeisenbank"),
                                        UNSAID,
                                        Optional.of("asdasd"),
                                        Optional.of("30101810200000000700")),
                                new Name(
                                        Optional.of("Williams"),
                                        Optional.of("middleName"),
                                        Optional.of("lastName"),
                                        Optional.of("Chiamaka chukwudolue")),
                                new Contact(Optional.of("example@gmail.com"), Optional.of("79123456789")),
                                new Payee.Document(
                                        UNSAID, UNSAID, Optional.of(LocalDate.of(1994, 6, 21)), Optional.empty()),
                                new Payee.Address(Optional.of("test address"), UNSAID, UNSAID, UNSAID),
                                new Payee.Origin(
                                        Optional.of(LocalDate.of(1994, 6, 21)),
                                        Optional.of(new Country("ID")),
                                        Optional.of(new Country("ID")),
                                        Optional.of(Payee.Gender.FEMALE))),
                        new Payer(
                                UNSAID, Optional.of("name yssss"), Optional.empty(), Optional.of("23434234"), UNNAMED),
                        UNSAID,
                        Optional.empty(),
                        Optional.of("remark test"),
                        UNSAID,
                        new Contact(UNSAID, UNSAID),
                        Optional.empty(),
                        List.of("data.payerInfo.registrationCountry (expected: two capital letters, as ID)")),
                taken(bankTransfer()));
    }

    private static String bankTransfer() {
        Json.Obj page = OddNews.read(Page.example("payout-validation/request.json"));
        Map<String, Json> data =
                new LinkedHashMap<>(((Json.Obj) page.field("data").orElseThrow()).fields());
        data.put("outTradeNo", new Json.Str("O1"));
        data.put("trade", OddNews.read("{\"amount\":\"100\",\"currency\":\"USD\"}"));
        return JsonWriter.object(OddNews.with(page, "data", new Json.Obj(data))).asUtf8();
    }

    @Test
    void is_little_where_little_is_said() throws Refusal {
        assertEquals(
                new Instruction(
                        new OutTradeNo("O1"),
                        new Conversion(Money.of("30.5", "PHP"), Optional.empty(), Optional.empty()),
                        new Country("PH"),
                        new Method(new Way.Cash(), UNSAID, Optional.empty(), UNSAID, Optional.empty()),
                        new Payee(
                                Payee.Kind.PERSON,
                                new Payee.Account(" 08 ", UNSAID, UNSAID),
                                new Payee.Bank(UNSAID, UNSAID, UNSAID, UNSAID, UNSAID),
                                UNNAMED,
                                new Contact(UNSAID, UNSAID),
                                new Payee.Document(UNSAID, UNSAID, Optional.empty(), Optional.empty()),
                                new Payee.Address(UNSAID, UNSAID, UNSAID, UNSAID),
                                new Payee.Origin(
                                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())),
                        new Payer(UNSAID, UNSAID, Optional.empty(), UNSAID, UNNAMED),
                        UNSAID,
                        Optional.empty(),
                        UNSAID,
                        UNSAID,
                        new Contact(UNSAID, UNSAID),
                        Optional.empty(),
                        List.of()),
                taken(least(",\"payerInfo\":[],\"brandNew\":[7]", ",\"bankInfo\":[],\"name\":null")));
    }

    /** The page's list, in its order; ours has the same. */
    @Test
    void says_what_for() throws Refusal {
        List<String> page = List.of(
                ("ISUBIL EPTOUR EPTKAG ISPAYR ISPAYRA ISGDDS ISSCVE ISSUPP ISLOGS INCEN GAME SAMENM PAYCMSN SAMENMC "
                                + "AGOPEXP ADEXP RFND SMCNTST LGTEP GOODPAY SINVEST FINVEST TAXPAY LOANPAY OTHER")
                        .split(" "));
        assertEquals(Purpose.values().length, page.size());
        for (int i = 0; i < page.size(); i++) {
            assertEquals(
                    Optional.of(Purpose.values()[i]),
                    taken(least(",\"purpose\":\"" + page.get(i) + "\"", "")).purpose());
        }
    }
}
