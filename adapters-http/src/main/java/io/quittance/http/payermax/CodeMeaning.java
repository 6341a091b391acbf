package io.quittance.http.payermax;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What follows from a result code of upstream. PayerMax publishes no list for captures; this is its general list and
 * that of payouts, and what is not in it leaves the outcome unknown.
 */
enum CodeMeaning {
    /** It was accepted. */
    ACCEPTED(Set.of("APPLY_SUCCESS")),

    /** The business says no: it was looked at, refused, and will not happen. */
    REFUSED(Set.of(
            // Our request, in the eyes of upstream; the second and the third are older names of payouts.
            "PARAMS_INVALID",
            "PARAMETER_ERROR",
            "REQUEST_PARAM_INVALID",
            // Orders. ORDER_REPEAT is about our id and not about the business, and of payouts ORDER_NOT_EXIST says more
            // than
            // no: the acquirer of each kind of order knows. PAYMENT_PROCESSING is not here: what is in progress may yet
            // succeed.
            "ORDER_REPEAT",
            "ORDER_NOT_EXIST",
            "ORDER_CLOSED",
            "ORDER_CLOSE_FAILED",
            "PAYMENT_FAILED",
            "PAYMENT_CANCELED",
            // Input, contract, limits.
            "AMOUNT_INVALID",
            "COUNTRY_INVALID",
            "CURRENCY_INVALID",
            "CONTRACT_INVALID",
            "CONTRACT_NOT_SIGNED",
            "PAYMENT_METHOD_NOT_EXIST",
            "PAYMENT_METHOD_SUSPEND",
            "PAYMENT_METHOD_NOT_AVAILABLE",
            "AMOUNT_LIMIT_MINIMUM",
            "AMOUNT_LIMIT_MAXIMUM",
            "AMOUNT_LIMIT",
            "AMOUNT_UNMATCHED",
            "AMOUNT_LIMIT_UNMATCHED",
            "TRANSACTION_EXCEED_LIMIT",
            "PAYEE_AMOUNT_EXCEED_LIMIT",
            "BALANCE_INSUFFICIENT",
            "AMOUNT_NOT_ENOUGH",
            "INSUFFICIENT_QUOTA",
            "ONBOARD_ERROR",
            "PARTICIPANT_INVALID",
            "MER_CONFIG_ERROR",
            "AUTH_NOT_SUPPORT",
            "PRE_AUTH_NOT_SUPPORT",
            "PAYMENT_TOKEN_ID_INVALID",
            // Authorisation, risk, issuer.
            "AUTHENTICATE_FAILED",
            "AUTH_EXPIRED",
            "AUTH_FAILED",
            "RISK_FAILED",
            "RISK_BLACK_LIST_FAILED",
            "ISSUER_PAYMENT_REJECTED",
            "PAYMENT_REJECTED",
            "DECLINED_BY_MERCHANT_BLACKLIST",
            // Payouts: the merchant's account, risk control.
            "ACCOUNT_NOT_EXIST",
            "ACCOUNT_ABNORMAL",
            "RISK_INTERCEPT",
            // Payouts: the payee. They are mostly told as the reason of a failure; as the answer to a request they
            // refuse it.
            "ACCOUNT_BLOCKED",
            "BANK_NOT_AVAILABLE",
            "CURRENCY_UNMATCHED",
            "DECLINED_BY_RISK",
            "DECLINED_BY_COMPLIANCE",
            "DECLINED_PAYEE_BLACKLISTED",
            "INVALID_ACCOUNT",
            "INVALID_ACCOUNT_FORMAT",
            "INVALID_ACCOUNT_TYPE",
            "INVALID_ADDRESS",
            "INVALID_BANK_BRANCH",
            "INVALID_BANKCODE",
            "INVALID_IFSC_CODE",
            "INVALID_DOCUMENT",
            "INVALID_EMAIL",
            "INVALID_OPERATOR",
            "INVALID_PAYEE_NAME",
            "INVALID_PHONE_NO",
            "KYC_FAILED",
            "MISMATCHED_BANK",
            "MISMATCHED_DOCUMENTS",
            "PROVIDER_REFUSED_PROCESS",
            "REDEEMCODE_EXPIRED")),

    /** It was turned away before anybody looked at it: the same id may be sent again. */
    NOT_PROCESSED(Set.of("REQ_TIME_OVER_TIME", "TOO_MANY_REQUEST")),

    /** Our keys or our registration are wrong. */
    MISCONFIGURED(Set.of("SIGN_VERIFY_FAILED", "MERCHANT_INVALID", "MERCHANT_APP_INVALID", "ILLEGAL_IP_REQUEST")),

    /** Nobody can tell; as every code that stands nowhere in this table. */
    UNKNOWN(Set.of(
            "SYSTEM_ERROR",
            "REQUEST_TIMEOUT",
            "UNEXPECTED_ERROR",
            "PAYMENT_PROCESSING",
            // Payouts: too vague to say that nothing was moved; the query tells.
            "PAYMENT_PENDING",
            "PROVIDER_FAILED_PROCESS",
            "BUSINESS_ERROR",
            "OTHER_ERRORS",
            "UNDEFINED_ERROR"));

    private static final Map<String, CodeMeaning> BY_CODE = Stream.of(values())
            .flatMap(meaning -> meaning.codes.stream().map(code -> Map.entry(code, meaning)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Set<String> codes;

    CodeMeaning(Set<String> codes) {
        this.codes = codes;
    }

    static CodeMeaning of(String code) {
        return BY_CODE.getOrDefault(code, UNKNOWN);
    }
}
