package io.quittance.http.signing;

import io.quittance.domain.text.Flaw;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a private key is, in place of the key. It is no secret: it may be kept and shown, and each instance looks there by itself.
 * What stands behind {@code password=} is where the password is, {@code file:PATH} or {@code env:NAME}, never the password.
 *
 * <ul>
 *   <li>{@code file:PATH} and {@code env:NAME}: a key as of {@link Pem}, in a file or in a variable of the process
 *   <li>{@code pkcs12:PATH#ALIAS;password=...}: one in a PKCS#12 store, its certificate beside it
 *   <li>{@code pkcs11:PATH#ALIAS;password=...}: one that a token holds and signs with itself; PATH is a configuration file of Java's
 *       SunPKCS11, ALIAS the label of its certificate, the password the user's PIN
 * </ul>
 *
 * @param text at most 512 characters
 */
public record KeyReference(String text) {
    /** What {@link #of} reads. */
    public static final String EXPECTED =
            "file:PATH, env:NAME, pkcs12:PATH#ALIAS;password=file:PATH or =env:NAME, or pkcs11: with the same";

    private static final int MOST = 512;
    private static final long MOST_BYTES = 64 * 1024;

    private static final Pattern FORM = Pattern.compile("(file):(?<file>[^\\p{Cntrl}]+)"
            + "|(env):(?<env>[A-Za-z_][A-Za-z0-9_]*)"
            + "|(?<store>pkcs1[12]):(?<path>[^#;\\p{Cntrl}]+)#(?<alias>[^;\\p{Cntrl}]+);password="
            + "(file:(?<passfile>[^\\p{Cntrl}]+)|env:(?<passenv>[A-Za-z_][A-Za-z0-9_]*))");
    private static final Pattern BEGINS = Pattern.compile("(file|env|pkcs1[12]):.*", Pattern.DOTALL);

    /** @throws IllegalArgumentException if it is none, with what was expected; without a word of it, as it may be a key */
    public KeyReference {
        if (text.length() > MOST || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("reference to a key (expected: " + EXPECTED + ")");
        }
    }

    /** The key in that file. @throws IllegalArgumentException if no file can have that name */
    public static KeyReference file(Path path) {
        return new KeyReference("file:" + path);
    }

    /** Empty if it does not begin as one. @throws IllegalArgumentException if it does, and is none */
    public static Optional<KeyReference> of(String text) {
        String stripped = text.strip();
        return BEGINS.matcher(stripped).matches() ? Optional.of(new KeyReference(stripped)) : Optional.empty();
    }

    /** The file of {@code file:PATH}. */
    public Optional<Path> path() {
        return Optional.ofNullable(form().group("file")).map(Path::of);
    }

    /** Where the key is, without where its password is. */
    public String place() {
        Matcher form = form();
        return form.group("store") == null
                ? text
                : form.group("store") + ":" + form.group("path") + "#" + form.group("alias");
    }

    /**
     * Goes there; may wait for a token.
     *
     * @throws IllegalArgumentException as of {@link Pem}, naming this and what is wrong, without a byte of a secret
     */
    FoundKey look() {
        try {
            FoundKey found = found(form());
            if (!found.signs()) {
                throw refusal(
                        "what it signs does not verify with its certificate's key", "a key with its own certificate");
            }
            return found;
        } catch (FoundKey.Fault e) {
            throw refusal(e.getMessage(), "one that can");
        }
    }

    /** The token that it leads to. */
    Optional<Token> token() {
        Matcher form = form();
        return "pkcs11".equals(form.group("store"))
                ? Optional.of(Token.of(Path.of(form.group("path"))))
                : Optional.empty();
    }

    private FoundKey found(Matcher form) {
        if (form.group("store") == null) {
            String text = form.group("file") != null ? read(form.group("file")) : variable(form.group("env"));
            PrivateKey secret = at(Pem.PRIVATE, text, Pem::readPrivate);
            return new FoundKey(new KeyPair(Rsa.publicOf(secret), secret), Optional.empty());
        }
        char[] password = password(form).toCharArray();
        Path path = Path.of(form.group("path"));
        String alias = form.group("alias");
        if (!Files.isReadable(path)) {
            throw refusal("the file " + path + " cannot be read", "one that is there and may be read");
        }
        return form.group("store").equals("pkcs12") ? inStore(path, alias, password) : inToken(path, alias, password);
    }

    private FoundKey inStore(Path path, String alias, char[] password) {
        try (InputStream in = Files.newInputStream(path)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            KeyPair pair = pair(store, alias, password);
            PrivateKey whole = at(Pem.PRIVATE, Pem.oneLine(pair.getPrivate()), Pem::readPrivate);
            return new FoundKey(new KeyPair(pair.getPublic(), whole), Optional.empty());
        } catch (IOException | GeneralSecurityException e) {
            boolean closed =
                    e instanceof UnrecoverableKeyException || e.getCause() instanceof UnrecoverableKeyException;
            throw closed
                    ? refusal("its password does not open it", "the store's password, which is the key's as well")
                    : refusal("the file " + path + " is no store that can be read", "a PKCS#12 store");
        }
    }

    private FoundKey inToken(Path configuration, String alias, char[] pin) {
        try {
            Token.Shown shown = Token.of(configuration).open(pin);
            Token.Open open = shown.open();
            return open.call(() -> new FoundKey(pair(shown.store(), alias, pin), Optional.of(open)));
        } catch (Token.Fault e) {
            throw refusal(e.getMessage(), "a token that answers, and its user's PIN");
        }
    }

    private KeyPair pair(KeyStore store, String alias, char[] password) throws GeneralSecurityException {
        Key key = store.getKey(alias, password);
        Certificate certificate = store.getCertificate(alias);
        if (!(key instanceof PrivateKey secret) || certificate == null) {
            throw refusal(
                    "there is no private key with a certificate under the alias " + alias,
                    "an alias that has both; 'keytool -list' names them");
        }
        PublicKey open = at(Pem.PUBLIC, Pem.oneLine(certificate.getPublicKey()), Pem::readPublic);
        return new KeyPair(open, secret);
    }

    private String password(Matcher form) {
        return form.group("passfile") != null
                ? read(form.group("passfile")).replaceFirst("\\R$", "")
                : variable(form.group("passenv"));
    }

    private String read(String file) {
        try {
            Path path = Path.of(file);
            if (Files.size(path) <= MOST_BYTES) {
                return Pem.text(Files.readAllBytes(path));
            }
        } catch (IOException | RuntimeException _) {
            throw refusal("the file " + file + " cannot be read", "one that is there and may be read");
        }
        throw refusal("the file " + file + " has more than " + MOST_BYTES + " bytes", "one with a key or a password");
    }

    private String variable(String name) {
        return Optional.ofNullable(System.getenv(name))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> refusal("the variable " + name + " is not set here", "one of this process"));
    }

    private Matcher form() {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalStateException("was judged");
        }
        return form;
    }

    private IllegalArgumentException refusal(String what, String expected) {
        return Pem.refusal(Pem.PRIVATE + " at " + text, new Flaw(what, expected));
    }

    /** What it says is wrong is said of what is there. */
    private <K> K at(String what, String key, Function<String, K> reader) {
        try {
            return reader.apply(key);
        } catch (IllegalArgumentException e) {
            String why = e.getMessage().substring(what.length());
            throw new IllegalArgumentException(Pem.PRIVATE + " at " + text + why, e);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
