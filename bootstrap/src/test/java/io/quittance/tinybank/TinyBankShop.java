package io.quittance.tinybank;

import io.quittance.application.account.NewAccount;
import io.quittance.domain.account.AcquirerName;
import io.quittance.domain.account.Handle;
import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import io.quittance.http.wire.Fields;
import io.quittance.http.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An account with TinyBank: who we are there, and what both sides sign with. */
record TinyBankShop(String shop, String secret) {
    static final AcquirerName NAME = new AcquirerName("tinybank");
    static final String HANDLE = "shop";

    /** As an account is opened. */
    NewAccount account() {
        return new NewAccount(
                NAME,
                List.of(new Handle(HANDLE, shop)),
                JsonWriter.object(o -> o.text("shop", shop).text("secret", secret)));
    }

    /** @throws IllegalStateException if that is not what {@link #account} keeps; without a word of what it is */
    static TinyBankShop read(Bytes settings) {
        try {
            if (JsonReader.read(settings.toArray()) instanceof Json.Obj kept) {
                return new TinyBankShop(
                        Fields.of(kept).text("shop"), Fields.of(kept).text("secret"));
            }
        } catch (JsonFault | Refusal _) {
            throw new IllegalStateException("the settings of an account with TinyBank are broken");
        }
        throw new IllegalStateException("the settings of an account with TinyBank are no JSON object");
    }

    String mac(Bytes body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.toArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** In a time that tells nothing of how much of it is right. */
    boolean signed(Bytes body, String mac) {
        return MessageDigest.isEqual(
                mac(body).getBytes(StandardCharsets.US_ASCII), mac.getBytes(StandardCharsets.UTF_8));
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "TinyBankShop[" + shop + "]";
    }
}
