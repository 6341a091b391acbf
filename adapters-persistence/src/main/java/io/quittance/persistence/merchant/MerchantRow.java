package io.quittance.persistence.merchant;

import static io.quittance.persistence.database.Sql.identifier;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.quittance.application.merchant.Registration;
import io.quittance.domain.merchant.AppId;
import io.quittance.domain.merchant.Merchant;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.merchant.MerchantNo;
import io.quittance.domain.merchant.PayoutDialect;
import io.quittance.domain.merchant.UpstreamAccount;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.BodyCipher.Sealed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;

/** One row of the table {@code merchant}; the private key is encrypted for its app id. */
@MappedEntity("merchant")
record MerchantRow(
        @Id @GeneratedValue @Nullable Long id,
        byte[] appId,
        byte[] merchantNo,
        boolean enabled,
        String notifyUrl,
        String payoutDialect,
        byte[] upstreamAppId,
        byte[] upstreamMerchantNo,
        @Nullable byte[] upstreamPublicKey,
        @Nullable byte[] upstreamPrivateKeyBody,
        @Nullable String upstreamPrivateKeyKey) {

    static MerchantRow of(Registration registration, BodyCipher cipher) {
        Optional<Sealed> privateKey = registration
                .upstreamPrivateKey()
                .map(key -> cipher.seal(place(registration.app().value()), key.getEncoded()));
        UpstreamAccount upstream = registration.upstream();
        return new MerchantRow(
                null,
                identifier(registration.app().value()),
                identifier(registration.no().value()),
                true,
                registration.notifyUrl().toString(),
                registration.payoutDialect().name(),
                identifier(upstream.app().value()),
                identifier(upstream.no().value()),
                upstream.upstreamKey().map(Key::getEncoded).orElse(null),
                privateKey.map(Sealed::content).orElse(null),
                privateKey.map(Sealed::keyId).orElse(null));
    }

    Merchant toMerchant(List<MerchantKeyRow> keys) {
        return new Merchant(
                new MerchantId(id),
                new AppId(text(appId)),
                new MerchantNo(text(merchantNo)),
                enabled,
                URI.create(notifyUrl),
                PayoutDialect.valueOf(payoutDialect),
                keys.stream().map(MerchantKeyRow::toKey).toList(),
                new UpstreamAccount(
                        new AppId(text(upstreamAppId)),
                        new MerchantNo(text(upstreamMerchantNo)),
                        Optional.ofNullable(upstreamPublicKey).map(RsaKeys::publicKey)));
    }

    Optional<PrivateKey> toPrivateKey(BodyCipher cipher) {
        return Optional.ofNullable(upstreamPrivateKeyBody)
                .map(body -> cipher.open(place(text(appId)), new Sealed(body, upstreamPrivateKeyKey)))
                .map(RsaKeys::privateKey);
    }

    private static String place(String app) {
        return "upstream private key of merchant " + app;
    }

    private static String text(byte[] identifier) {
        return new String(identifier, StandardCharsets.UTF_8);
    }

    /** Says which, never what keys it has. */
    @Override
    public String toString() {
        return "MerchantRow[" + text(appId) + "]";
    }
}
