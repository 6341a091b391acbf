package io.quittance.http.terms;

import io.quittance.domain.text.Bytes;
import io.quittance.http.json.Json;
import io.quittance.http.json.JsonFault;
import io.quittance.http.json.JsonReader;
import io.quittance.http.json.JsonWriter;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What holds between us and one other side over TLS.
 *
 * @param authorities of which one has to vouch for its certificate, in place of those that this Java believes; none for those
 * @param shown what we show when we are asked who we are; nothing where it is empty
 */
public record TlsTerms(List<X509Certificate> authorities, Optional<Shown> shown) {
    /** As with everybody. */
    public static final TlsTerms USUAL = new TlsTerms(List.of(), Optional.empty());

    /** Of so many certificates is kept what they were; more are counted. */
    private static final int SAID = 8;

    private static final String AUTHORITIES = "authorities";
    private static final String CHAIN = "chain";

    public TlsTerms {
        authorities = List.copyOf(authorities);
        Objects.requireNonNull(shown, "shown");
    }

    public boolean isUsual() {
        return authorities.isEmpty() && shown.isEmpty();
    }

    /** The same with these authorities; none for those that this Java believes. */
    public TlsTerms believing(List<X509Certificate> others) {
        return new TlsTerms(others, shown);
    }

    /** The same, and that is shown. */
    public TlsTerms showing(Optional<Shown> other) {
        return new TlsTerms(authorities, other);
    }

    /** What tells them from others: a connection that was made by some is used for these alone. 64 hexadecimal characters. */
    public String id() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (X509Certificate one : authorities) {
                digest.update(one.getEncoded());
            }
            digest.update((byte) 0);
            for (X509Certificate one : shown.map(Shown::chain).orElse(List.of())) {
                digest.update(one.getEncoded());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }

    /** As they are kept, encrypted: the private key is in it. */
    public Bytes write() {
        return JsonWriter.object(this::write);
    }

    /** The same as fields of something that is kept. */
    public void write(JsonWriter out) {
        out.texts(AUTHORITIES, authorities.stream().map(TlsTerms::text).toList());
        shown.ifPresent(one -> out.texts(
                        CHAIN, one.chain().stream().map(TlsTerms::text).toList())
                .text("algorithm", one.key().getAlgorithm())
                .text("key", Base64.getEncoder().encodeToString(one.key().getEncoded())));
    }

    private static String text(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }

    /** @throws IllegalStateException if that is not what {@link #write} wrote; without a word of what it is */
    public static TlsTerms read(Bytes kept) {
        try {
            if (JsonReader.read(kept.toArray()) instanceof Json.Obj fields) {
                return read(fields);
            }
        } catch (JsonFault _) {
            throw broken();
        }
        throw broken();
    }

    /** @throws IllegalStateException if that is not what {@link #write} wrote; without a word of what it is */
    public static TlsTerms read(Json.Obj fields) {
        try {
            Optional<byte[]> key = fields.field("key").map(TlsTerms::bytes);
            List<X509Certificate> chain = certificates(fields, CHAIN);
            if (key.isEmpty()) {
                return new TlsTerms(certificates(fields, AUTHORITIES), Optional.empty());
            }
            String algorithm = fields.field("algorithm").map(TlsTerms::words).orElse("");
            return new TlsTerms(
                    certificates(fields, AUTHORITIES),
                    Optional.of(new Shown(
                            chain,
                            KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key.get())))));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            throw broken();
        }
    }

    private static List<X509Certificate> certificates(Json.Obj fields, String name) throws CertificateException {
        List<X509Certificate> all = new ArrayList<>();
        if (fields.field(name).orElse(new Json.Null()) instanceof Json.Arr(var items)) {
            for (Json item : items) {
                all.add((X509Certificate) CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(bytes(item))));
            }
        }
        return all;
    }

    private static byte[] bytes(Json value) {
        return Base64.getDecoder().decode(words(value));
    }

    private static String words(Json value) {
        return value instanceof Json.Str(var text) ? text : "";
    }

    private static IllegalStateException broken() {
        return new IllegalStateException("the kept terms of TLS are broken");
    }

    /** Each certificate, as persons tell them apart; nothing of a key. */
    public Stream<CertificateCard> cards() {
        return Stream.concat(
                authorities.stream().map(one -> CertificateCard.of("authority", one)),
                shown.stream().map(one -> CertificateCard.of("shown", one.own())));
    }

    /** Those of that use in few words, as they are kept of a change. @param use as of {@link CertificateCard} */
    public String said(String use) {
        List<CertificateCard> all =
                cards().filter(card -> card.use().equals(use)).toList();
        String first = all.stream().limit(SAID).map(CertificateCard::words).collect(Collectors.joining(", "));
        return all.isEmpty() ? "none" : all.size() > SAID ? first + " and " + (all.size() - SAID) + " more" : first;
    }

    /** Never shows a key. */
    @Override
    public String toString() {
        return "TlsTerms[" + id() + "]";
    }
}
