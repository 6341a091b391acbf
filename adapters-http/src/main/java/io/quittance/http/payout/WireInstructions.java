package io.quittance.http.payout;

import io.quittance.application.payout.Instructions;
import io.quittance.domain.money.Country;
import io.quittance.domain.money.Currency;
import io.quittance.domain.payout.Contact;
import io.quittance.domain.payout.Conversion;
import io.quittance.domain.payout.Instruction;
import io.quittance.domain.payout.Method;
import io.quittance.domain.payout.Method.Rail;
import io.quittance.domain.payout.Method.Way;
import io.quittance.domain.payout.Name;
import io.quittance.domain.payout.Payee;
import io.quittance.domain.payout.Payer;
import io.quittance.domain.payout.Payout;
import io.quittance.domain.payout.Purpose;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Oddities;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a request says in our words. Whatever {@link PayoutRules} let in can be read: no field is refused again, and one
 * that says something that we have no word for is noted. PayerMax "paymentOrderPay".
 */
public final class WireInstructions implements Instructions {
    /** The page's list, which PayerMax adds to. */
    private static final Map<String, Purpose> PURPOSES = Map.ofEntries(
            Map.entry("ISUBIL", Purpose.UTILITY_BILLS),
            Map.entry("EPTOUR", Purpose.TOURISM),
            Map.entry("EPTKAG", Purpose.TRAVEL_TICKETS),
            Map.entry("ISPAYR", Purpose.WAGES),
            Map.entry("ISPAYRA", Purpose.WAGES_BY_AGENT),
            Map.entry("ISGDDS", Purpose.GOODS),
            Map.entry("ISSCVE", Purpose.SERVICES),
            Map.entry("ISSUPP", Purpose.SUPPLIER),
            Map.entry("ISLOGS", Purpose.LOGISTICS),
            Map.entry("INCEN", Purpose.INCENTIVE),
            Map.entry("GAME", Purpose.GAME),
            Map.entry("SAMENM", Purpose.OWN_ACCOUNT),
            Map.entry("PAYCMSN", Purpose.COMMISSION),
            Map.entry("SAMENMC", Purpose.OWNERS_ACCOUNT),
            Map.entry("AGOPEXP", Purpose.OPERATING_AGENT),
            Map.entry("ADEXP", Purpose.ADVERTISING),
            Map.entry("RFND", Purpose.RETURNED_GOODS),
            Map.entry("SMCNTST", Purpose.SUB_MERCHANT),
            Map.entry("LGTEP", Purpose.LOGISTICS_SUPPLIER),
            Map.entry("GOODPAY", Purpose.GOODS_SUPPLIER),
            Map.entry("SINVEST", Purpose.SHARES),
            Map.entry("FINVEST", Purpose.FUNDS),
            Map.entry("TAXPAY", Purpose.TAXES),
            Map.entry("LOANPAY", Purpose.LOAN),
            Map.entry("OTHER", Purpose.OTHER));

    @Override
    public Instruction read(Payout payout, Bytes words) {
        return new Reading().instruction(payout, Fields.of(UpstreamRequest.kept(words), "data"));
    }

    /** One request, and what of it cannot be made out. */
    private static final class Reading {
        private final Oddities odd = new Oddities();

        Instruction instruction(Payout payout, Fields data) {
            Fields payee = inner(data, "payeeInfo");
            Conversion conversion = new Conversion(
                    payout.trade(), currency(data, "sourceAccount"), currency(data, "destinationCurrency"));
            Country country = country(data, "country").orElseThrow(() -> missing("country"));
            Method method = method(data, payee);
            Payee paid = payee(payee);
            Payer payer = payer(inner(data, "payerInfo"));
            Optional<Purpose> purpose =
                    meant(data, "purpose", text -> Optional.ofNullable(PURPOSES.get(text)), "one that the page lists");
            return new Instruction(
                    payout.order(),
                    conversion,
                    country,
                    method,
                    paid,
                    payer,
                    text(data, "userId"),
                    purpose,
                    text(data, "remark"),
                    text(data, "reference"),
                    new Contact(text(data, "notifyEmail"), text(data, "notifyPhone")),
                    payout.notifyUrl(),
                    odd.notes());
        }

        private Method method(Fields data, Fields payee) {
            return new Method(
                    way(text(payee, "paymentMethodType").orElseThrow(() -> missing("paymentMethodType"))),
                    text(payee, "targetOrg"),
                    meant(data, "clearingRail", Reading::rail, "SWIFT, SEPA or LOCAL"),
                    text(data, "chargeOption"),
                    meant(data, "expiryDays", Reading::days, Shape.Known.DAYS.expected()));
        }

        private static Way way(String name) {
            return switch (name) {
                case "BANK_TRANSFER" -> new Way.BankTransfer();
                case "WALLET" -> new Way.Wallet();
                case "CASH" -> new Way.Cash();
                default -> new Way.Other(name);
            };
        }

        private static Optional<Rail> rail(String text) {
            return Arrays.stream(Rail.values())
                    .filter(rail -> rail.name().equals(text))
                    .findFirst();
        }

        private static Optional<Duration> days(String text) {
            return Shape.Known.DAYS.fits(text)
                    ? Optional.of(Duration.ofDays(Integer.parseInt(text)))
                    : Optional.empty();
        }

        private Payee payee(Fields payee) {
            Fields account = inner(payee, "accountInfo");
            Fields bank = inner(payee, "bankInfo");
            Fields document = inner(payee, "document");
            Fields address = inner(payee, "address");
            return new Payee(
                    kind(payee),
                    new Payee.Account(
                            text(account, "accountNo").orElseThrow(() -> missing("accountNo")),
                            text(account, "accountType"),
                            text(account, "checkDigit")),
                    new Payee.Bank(
                            text(bank, "bankCode"),
                            text(bank, "bankName"),
                            text(bank, "bankBranch"),
                            text(bank, "bankCity"),
                            text(bank, "corAccountNo")),
                    name(inner(payee, "name")),
                    new Contact(text(payee, "email"), text(payee, "payeePhone")),
                    new Payee.Document(
                            text(document, "documentType"),
                            text(document, "documentId"),
                            date(document, "documentIssueDate"),
                            date(document, "documentExpireDate")),
                    new Payee.Address(
                            text(address, "address"),
                            text(address, "city"),
                            text(address, "state"),
                            text(address, "zipCode")),
                    new Payee.Origin(
                            date(payee, "birthDate"),
                            country(payee, "payeeBirthCountry"),
                            country(payee, "payeeNationality"),
                            meant(payee, "payeeGender", Reading::gender, "F or M")));
        }

        /** The schema's key has a blank at its end, and clients send both: D8. Left out it is a person. */
        private Payee.Kind kind(Fields payee) {
            Optional<Payee.Kind> kind = kind(payee, "payeeType");
            Optional<Payee.Kind> blank = kind(payee, "payeeType ");
            if (kind.isPresent() && blank.isPresent() && !kind.equals(blank)) {
                odd.note(payee.refusal("payeeType ", "what the key without a blank says"));
            }
            return kind.or(() -> blank).orElse(Payee.Kind.PERSON);
        }

        private Optional<Payee.Kind> kind(Fields payee, String name) {
            return meant(
                    payee,
                    name,
                    text -> switch (text) {
                        case "PERSONAL" -> Optional.of(Payee.Kind.PERSON);
                        case "CORPORATION" -> Optional.of(Payee.Kind.COMPANY);
                        default -> Optional.empty();
                    },
                    "PERSONAL or CORPORATION");
        }

        private static Optional<Payee.Gender> gender(String text) {
            return switch (text) {
                case "F" -> Optional.of(Payee.Gender.FEMALE);
                case "M" -> Optional.of(Payee.Gender.MALE);
                default -> Optional.empty();
            };
        }

        private Payer payer(Fields payer) {
            return new Payer(
                    text(payer, "subMerchantNo"),
                    text(payer, "businessLegalName"),
                    country(payer, "registrationCountry"),
                    text(payer, "payerId"),
                    name(inner(payer, "name")));
        }

        private Name name(Fields name) {
            return new Name(
                    text(name, "firstName"), text(name, "middleName"), text(name, "lastName"), text(name, "fullName"));
        }

        private Optional<Currency> currency(Fields fields, String name) {
            return meant(fields, name, Currency::of, "a code of ISO 4217, as USD");
        }

        private Optional<Country> country(Fields fields, String name) {
            return meant(fields, name, Country::of, Shape.Known.COUNTRY.expected());
        }

        private Optional<LocalDate> date(Fields fields, String name) {
            Function<String, Optional<LocalDate>> date =
                    text -> Shape.Known.DATE.fits(text) ? Optional.of(LocalDate.parse(text)) : Optional.empty();
            return meant(fields, name, date, Shape.Known.DATE.expected());
        }

        /** What stands there, if it means something. */
        private <T> Optional<T> meant(
                Fields fields, String name, Function<String, Optional<T>> meaning, String expected) {
            Optional<String> text = text(fields, name);
            Optional<T> meant = text.flatMap(meaning);
            if (text.isPresent() && meant.isEmpty()) {
                odd.note(fields.refusal(name, expected));
            }
            return meant;
        }

        private Optional<String> text(Fields fields, String name) {
            return odd.side(() -> fields.wordsIfAny(name, Instruction.MAX_CHARACTERS));
        }

        /** One that is not there has no fields. */
        private Fields inner(Fields fields, String name) {
            return odd.side(() -> fields.objectIfAny(name)).orElseGet(() -> Fields.of(new Json.Obj(Map.of())));
        }

        private static IllegalStateException missing(String name) {
            return new IllegalStateException("a payout's request was kept without " + name);
        }
    }
}
