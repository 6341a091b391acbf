package io.quittance.http.payout;

import io.quittance.domain.payout.Instruction;
import io.quittance.http.json.Json;
import io.quittance.http.payout.Shape.Known;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.KnownFields;
import io.quittance.http.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may stand in a payout request, field by field: the tables of PayerMax's pages "paymentOrderPay" and
 * "paymentFieldValidation". Lengths count characters; an empty text counts as left out, as the pages' samples send many.
 *
 * <p>Lists of values are checked only where they are closed. Those that PayerMax adds to (purpose, merchant category,
 * kinds of accounts and documents) and rules that differ by country are upstream's to judge. What is not listed here is
 * passed on as it came.
 */
public final class PayoutRules {
    /** Longest text of a field for which the pages name no limit. */
    private static final int UNLIMITED = Instruction.MAX_CHARACTERS;

    /** Whether and how a field may stand there. @param path its names from {@code data} on */
    private record Rule(List<String> path, boolean required, int max, Shape shape) {
        String name() {
            return String.join(".", path);
        }
    }

    private final List<Rule> rules = new ArrayList<>();

    private PayoutRules() {}

    /**
     * The request to pay out; what has a code or a judge of its own (amount and currency of the trade, where to tell) is judged
     * behind these.
     */
    public static final PayoutRules PAY = new PayoutRules()
            .need("outTradeNo", 63, Known.ORDER_NUMBER)
            .need("country", 2, Known.COUNTRY)
            .may("sourceAccount", 3, Known.CURRENCY)
            .may("destinationCurrency", 3, Known.CURRENCY)
            .may("userId", 64)
            .may("chargeOption")
            .may("clearingRail", UNLIMITED, Shape.oneOf("SWIFT", "SEPA", "LOCAL"))
            .need("payeeInfo.paymentMethodType", 64, Known.ANYTHING)
            .need("payeeInfo.accountInfo.accountNo", 128, Known.ANYTHING)
            .payee()
            .payer()
            .risk()
            .rest()
            .may("reference", 255);

    /** The static check of a payee's fields. */
    public static final PayoutRules VALIDATION = new PayoutRules()
            .need("country", 2, Known.COUNTRY)
            .may("sourceAccount", 3, Known.CURRENCY)
            .may("destinationCurrency", 3, Known.CURRENCY)
            .may("chargeOption")
            .may("clearingRail", UNLIMITED, Shape.oneOf("SWIFT", "SEPA", "LOCAL"))
            .need("payeeInfo.paymentMethodType", 64, Known.ANYTHING)
            .may("payeeInfo.accountInfo.accountNo", 128)
            .payee()
            .payer()
            .rest();

    /** The schema's key has a blank at its end, and clients send both: D8. */
    private PayoutRules payee() {
        Shape kinds = Shape.oneOf("PERSONAL", "CORPORATION");
        return may("payeeInfo.targetOrg", 64)
                .may("payeeInfo.payeeType", UNLIMITED, kinds)
                .may("payeeInfo.payeeType ", UNLIMITED, kinds)
                .may("payeeInfo.accountInfo.accountType")
                .may("payeeInfo.accountInfo.checkDigit")
                .may("payeeInfo.bankInfo.bankCode", 64)
                .may("payeeInfo.bankInfo.bankName", 255)
                .may("payeeInfo.bankInfo.bankBranch", 64)
                .may("payeeInfo.bankInfo.bankCity", 255)
                .may("payeeInfo.bankInfo.corAccountNo", 128)
                .may("payeeInfo.name.firstName", 64)
                .may("payeeInfo.name.middleName", 64)
                .may("payeeInfo.name.lastName", 64)
                .may("payeeInfo.name.fullName", 512)
                .may("payeeInfo.document.documentType", 16)
                .may("payeeInfo.document.documentId", 64)
                .may("payeeInfo.document.documentIssueDate", 10, Known.DATE)
                .may("payeeInfo.document.documentExpireDate", 10, Known.DATE)
                .may("payeeInfo.address.address", 512)
                .may("payeeInfo.address.city", 255)
                .may("payeeInfo.address.state", 255)
                .may("payeeInfo.address.zipCode", 32)
                .may("payeeInfo.payeePhone", 64)
                .may("payeeInfo.email", 64)
                .may("payeeInfo.birthDate", 10, Known.DATE)
                .may("payeeInfo.payeeNationality", 2, Known.COUNTRY)
                .may("payeeInfo.payeeBirthCountry", 2, Known.COUNTRY)
                .may("payeeInfo.payeeGender", 1, Shape.oneOf("F", "M"));
    }

    private PayoutRules payer() {
        return may("payerInfo.subMerchantNo", 64)
                .may("payerInfo.businessLegalName", 70)
                .may("payerInfo.payerId", 70)
                .may("payerInfo.registrationCountry")
                .may("payerInfo.merchantCategoryCode")
                .may("payerInfo.name.firstName")
                .may("payerInfo.name.middleName")
                .may("payerInfo.name.lastName")
                .may("payerInfo.name.fullName");
    }

    private PayoutRules risk() {
        for (String name : List.of(
                "registerName",
                "registerNo",
                "nickName",
                "thirdAccountNoType",
                "thirdAccountNo",
                "bindEmail",
                "bindPhoneNo",
                "accountLevel",
                "vipLevel",
                "regTime",
                "lastLoginTime",
                "liveCountry",
                "taxId",
                "cumPayoutAmount",
                "cumPayoutTxn",
                "accountBalance",
                "expressMerchantID")) {
            may("riskParams." + name);
        }
        return this;
    }

    private PayoutRules rest() {
        return may("expiryDays", UNLIMITED, Known.DAYS)
                .may("remark")
                .may("notifyEmail", 64)
                .may("notifyPhone", 64)
                .may("purpose", 32);
    }

    private PayoutRules need(String path, int max, Shape shape) {
        rules.add(new Rule(List.of(path.split("\\.")), true, max, shape));
        return this;
    }

    private PayoutRules may(String path, int max, Shape shape) {
        rules.add(new Rule(List.of(path.split("\\.")), false, max, shape));
        return this;
    }

    private PayoutRules may(String path, int max) {
        return may(path, max, Known.ANYTHING);
    }

    private PayoutRules may(String path) {
        return may(path, UNLIMITED);
    }

    /** @throws Refusal for the first field, in the order of the table, that is not as it may be */
    public void check(Fields data) throws Refusal {
        for (Rule rule : rules) {
            check(data, rule);
        }
    }

    /** Whether the field was there. */
    private static boolean check(Fields data, Rule rule) throws Refusal {
        Fields object = data;
        for (String parent : rule.path().subList(0, rule.path().size() - 1)) {
            Optional<Fields> inner = rule.required() ? Optional.of(object.object(parent)) : object.objectIfAny(parent);
            if (inner.isEmpty()) {
                return false;
            }
            object = inner.get();
        }
        String name = rule.path().getLast();
        String text = object.value(name).isEmpty() ? "" : text(object, name, rule);
        if (text.isBlank()) {
            if (rule.required()) {
                throw object.refusal(name, "a string of 1 to " + rule.max() + " characters");
            }
            return false;
        }
        if (!rule.shape().fits(text)) {
            throw object.refusal(name, rule.shape().expected());
        }
        if (text.codePointCount(0, text.length()) > rule.max()) {
            throw object.refusal(name, "at most " + rule.max() + " characters");
        }
        return true;
    }

    private static String text(Fields object, String name, Rule rule) throws Refusal {
        if (object.value(name).orElseThrow() instanceof Json.Str(var text)) {
            return text;
        }
        throw object.refusal(name, "a string of at most " + rule.max() + " characters");
    }

    /** Judges every field and not only the first. */
    public Verdict judge(Fields data) {
        List<String> passed = new ArrayList<>();
        List<Fault> failed = new ArrayList<>();
        for (Rule rule : rules) {
            try {
                if (check(data, rule)) {
                    passed.add(rule.name());
                }
            } catch (Refusal refusal) {
                failed.add(new Fault(rule.name(), refusal.expected()));
            }
        }
        return new Verdict(passed, failed);
    }

    /** All of them. @param more those that are judged elsewhere */
    KnownFields knownFields(String... more) {
        return KnownFields.of(
                Stream.concat(rules.stream().map(Rule::name), Stream.of(more)).toList());
    }

    /** Whether the table has a field of that path. */
    public boolean knows(String path) {
        return rules.stream().anyMatch(rule -> rule.name().equals(path));
    }

    /** A field that is not as it may be. */
    public record Fault(String field, String expected) {}

    /** All fields that were there. */
    public record Verdict(List<String> passed, List<Fault> failed) {}
}
