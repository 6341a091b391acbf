package io.quittance.persistence.merchant;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.quittance.application.merchant.EndpointTerms.Kept;
import io.quittance.domain.merchant.EndpointId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.text.Bytes;
import io.quittance.persistence.database.BodyTable;
import io.quittance.persistence.database.BodyTable.Number;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;

/** One row of the table {@code endpoint_terms}; the terms are encrypted for their endpoint. */
@MappedEntity("endpoint_terms")
record EndpointTermsRow(@Id long endpoint, long merchantId, int version, byte[] termsBody, String termsKey) {
    /** A further endpoint's number is below 0. */
    static final BodyTable BODIES =
            BodyTable.of("endpoint_terms", "terms", cells -> place(cells.whole("endpoint")), Number.whole("endpoint"));

    static EndpointTermsRow of(MerchantId merchant, EndpointId endpoint, int version, Bytes terms, BodyCipher cipher) {
        Sealed sealed = cipher.seal(place(endpoint.value()), terms.toArray());
        return new EndpointTermsRow(endpoint.value(), merchant.value(), version, sealed.content(), sealed.keyId());
    }

    Kept toKept(BodyCipher cipher) {
        return new Kept(version, Bytes.of(cipher.open(place(endpoint), new Sealed(termsBody, termsKey))));
    }

    private static String place(long endpoint) {
        return "terms of endpoint " + endpoint;
    }

    /** Says which, never what they are. */
    @Override
    public String toString() {
        return "EndpointTermsRow[" + endpoint + ", " + version + "]";
    }
}
