package io.quittance.domain.money;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A currency of ISO 4217 and how many decimals a request in it may have.
 *
 * <p>The decimals are PayerMax's, who settles: where ISO has three it takes two, and it takes none for four currencies
 * that have two in ISO (IDR, TWD, PKR, COP). Its pages on links and on refunds agree on these; where only one of them
 * restricts a currency, the restriction counts. See ADR 0004.
 */
public record Currency(String code) {
    private static final Map<String, Integer> DECIMALS = new HashMap<>();

    static {
        decimals(0, "BIF CLP COP DJF GNF IDR ISK JPY KMF KRW PKR PYG RWF TWD UGX UYI VND VUV XAF XOF XPF");
        decimals(2, "BHD IQD JOD KWD LYD OMR TND");
        decimals(2, """
            AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF
            CNY CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF ILS
            INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN
            MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS
            SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TZS UAH USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
            """);
    }

    private static void decimals(int decimals, String codes) {
        for (String code : codes.trim().split("\\s+")) {
            DECIMALS.put(code, decimals);
        }
    }

    /** @throws IllegalArgumentException if ISO 4217 has no such currency; {@link #of} asks without throwing */
    public Currency {
        if (!DECIMALS.containsKey(code)) {
            throw new IllegalArgumentException("currency: '" + code + "' (expected: a code of ISO 4217, as USD)");
        }
    }

    /** The currency with that code, three upper-case letters; empty if there is none. */
    public static Optional<Currency> of(String code) {
        return DECIMALS.containsKey(code) ? Optional.of(new Currency(code)) : Optional.empty();
    }

    /** How many decimals a request may have. */
    public int decimals() {
        return DECIMALS.get(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
