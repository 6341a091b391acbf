package io.quittance.http.signing;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A PKCS#11 token, as a configuration file of Java's SunPKCS11 names it. One for each file: a process logs in to it once for each age of its library. */
final class Token {
    /** How long anything that is asked of a token may take. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Of calls into the libraries of tokens. */
    private static final int AT_ONCE = 16;

    private static final Pattern CODE = Pattern.compile("CKR_[A-Z0-9_]+");
    private static final Map<Path, Token> ALL = new ConcurrentHashMap<>();
    private static final ExecutorService THREADS = threads();

    private final Path configuration;
    private final TokenLibrary library;

    /** Those of earlier ages: what Java closes of them when it forgets them would be of the present one, as handles are small numbers. */
    private final List<Provider> closed = new ArrayList<>();

    private Optional<Open> provided = Optional.empty();
    private char[] opened = {};
    private char[] refused = {};

    private Token(Path configuration) {
        this.configuration = configuration;
        this.library = TokenLibrary.of(configuration);
    }

    /**
     * What it is asked by.
     *
     * @param age that of its library when it was made; of another age nothing is open any more
     */
    record Open(Token token, Provider provider, int age) {
        /** Whether it has to be opened once more. */
        boolean isClosed() {
            return age != token.library.age();
        }

        /** @throws Fault as of {@link Token#call}, and if it is closed */
        <T> T call(Callable<T> work) {
            return token.call(() -> {
                if (isClosed()) {
                    throw new Fault("the token is to be opened once more", null);
                }
                return work.call();
            });
        }
    }

    /** One that is open. */
    record Shown(Open open, KeyStore store) {}

    /** It does not do what it should. */
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Fault(String message, Throwable cause) {
            super(message, cause);
        }
    }

    static Token of(Path configuration) {
        // Absolute also because SunPKCS11 takes what begins with two hyphens for a configuration instead of for a file.
        return ALL.computeIfAbsent(configuration.toAbsolutePath().normalize(), Token::new);
    }

    /** How often its library was initialized anew. */
    int age() {
        return library.age();
    }

    /**
     * For one that may have been taken away and be back: has its library initialized anew, unless it has refused its PIN.
     *
     * @param seen the age at which it did not do what it should
     */
    void renew(int seen) {
        boolean asked;
        synchronized (this) {
            asked = refused.length == 0;
        }
        if (asked) {
            library.renew(seen);
        }
    }

    private Open provided() {
        if (provided.isEmpty() || provided.get().isClosed()) {
            provided.map(Open::provider).filter(_ -> opened.length > 0).ifPresent(closed::add);
            provided = Optional.of(call(() -> new Open(this, configured(configuration), library.age())));
        }
        return provided.get();
    }

    private static Provider configured(Path path) {
        Provider java = Security.getProvider("SunPKCS11");
        if (java == null) {
            throw new Fault("this Java has no SunPKCS11", null);
        }
        try {
            return java.configure(path.toString());
        } catch (InvalidParameterException e) {
            throw new Fault("the file " + path + " is no configuration of SunPKCS11 that can be used", e);
        } catch (ProviderException e) {
            String why = code(e).orElse(e.getClass().getSimpleName());
            throw new Fault("the library or the slot that the file " + path + " names cannot be had (" + why + ")", e);
        }
    }

    /**
     * What is on it. A PIN that it has refused is not tried again before a restart, as tokens lock themselves; one that differs
     * from that which opened it is refused here, as the token itself would not look at it any more.
     *
     * @throws Fault if its library or its slot cannot be had, or it does not open
     */
    synchronized Shown open(char[] pin) {
        if (pin.length > 0 && Arrays.equals(pin, refused)) {
            throw new Fault("the token has refused its password before, and is not asked again with the same", null);
        }
        if (opened.length > 0 && !Arrays.equals(pin, opened)) {
            throw new Fault("its password is another than the one that this process has opened the token with", null);
        }
        try {
            Open open = provided();
            KeyStore store = open.call(() -> loaded(open.provider(), pin));
            opened = pin.clone();
            return new Shown(open, store);
        } catch (Fault e) {
            if (code(e).filter(code -> code.startsWith("CKR_PIN_")).isPresent()) {
                refused = pin.clone();
                throw new Fault("the token refuses its password (" + code(e).orElse("") + ")", e);
            }
            throw e;
        }
    }

    private static KeyStore loaded(Provider provider, char[] pin) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, pin);
        return store;
    }

    /**
     * Calls into a token's library, on threads of the operating system: virtual ones would keep their carriers meanwhile.
     *
     * @throws Fault if it fails or takes too long
     * @throws IllegalArgumentException as of the work
     */
    private <T> T call(Callable<T> work) {
        Future<T> working = THREADS.submit(() -> {
            library.enter();
            try {
                return work.call();
            } finally {
                library.leave();
            }
        });
        try {
            return working.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IllegalArgumentException judged) {
                throw judged;
            }
            throw fault(e.getCause());
        } catch (TimeoutException e) {
            working.cancel(true);
            throw new Fault("the token has not answered within " + PATIENCE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault("interrupted", e);
        }
    }

    private static Fault fault(Throwable cause) {
        return cause instanceof Fault fault
                ? fault
                : new Fault(
                        "the token does not do it ("
                                + code(cause).orElse(cause.getClass().getSimpleName()) + ")",
                        cause);
    }

    /** The standard's word for what is wrong; whatever else a library says is not shown. */
    private static Optional<String> code(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Matcher code = CODE.matcher(String.valueOf(cause.getMessage()));
            if (code.find()) {
                return Optional.of(code.group());
            }
        }
        return Optional.empty();
    }

    private static ExecutorService threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("token-", 1).factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
