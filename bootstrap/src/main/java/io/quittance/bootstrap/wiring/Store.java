package io.quittance.bootstrap.wiring;

import io.quittance.application.audit.AuditKey;
import io.quittance.application.audit.Chain;
import io.quittance.application.audit.Seal;
import io.quittance.application.key.BodyKey;
import io.quittance.application.key.GatewayKeys.Kept;
import io.quittance.application.person.Hand;
import io.quittance.application.registration.Deed;
import io.quittance.bootstrap.keys.HeldBodyKeys;
import io.quittance.bootstrap.keys.KeyDirectory;
import io.quittance.bootstrap.keys.KeyDirectory.Keys;
import io.quittance.bootstrap.keys.KeyFiles;
import io.quittance.bootstrap.settings.Settings;
import io.quittance.bootstrap.trouble.Trouble;
import io.quittance.persistence.archive.Archive;
import io.quittance.persistence.bodies.JdbcBodyKeys;
import io.quittance.persistence.database.Database;
import io.quittance.persistence.database.DatabaseLimits;
import io.quittance.persistence.database.DatabaseSettings;
import io.quittance.persistence.database.DatabaseUnavailable;
import io.quittance.persistence.encryption.BodyCipher;
import io.quittance.persistence.encryption.HmacAuditKey;
import io.quittance.persistence.instance.JdbcGatewayKeys;
import io.quittance.persistence.instance.JdbcInstanceKeys;
import io.quittance.persistence.transaction.JdbcTransactions;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The open database and the keys that belong to it. The database is opened first: its lock keeps a second process of the
 * embedded database from making keys as well.
 */
record Store(Database database, Keys keys, BodyCipher cipher, HeldBodyKeys bodyKeys, Chain chain)
        implements AutoCloseable {
    private static final Hand FIRST = new Hand("quittance", "the database was made with it");

    /** Makes what is not there yet. @throws Trouble if either cannot be used, or if they do not belong together */
    static Store open(Settings settings, DatabaseLimits limits, Instant now) {
        KeyFiles.folder(settings.data());
        return open(settings, limits, now, true);
    }

    /** The same, where both have been made before. @throws Trouble also if one has not */
    static Store reopen(Settings settings, DatabaseLimits limits, Instant now) {
        return open(settings, limits, now, false);
    }

    private static Store open(Settings settings, DatabaseLimits limits, Instant now, boolean begins) {
        if (place(settings).isEmbedded() && Files.isDirectory(settings.data())) {
            KeyFiles.requireWritable(settings.data());
        }
        Database database = database(settings, limits, begins);
        boolean opened = false;
        try {
            JdbcInstanceKeys known = new JdbcInstanceKeys(database.sql());
            if (known.find(Archive.UNFINISHED).isPresent()) {
                throw new Trouble("What was to be carried into " + database.where()
                        + " is not all there: its restore or move was cut off; call it again.");
            }
            CarryMark mark = CarryMark.in(settings);
            if (mark.isThere() && isNew(known)) {
                throw new Trouble("Nothing is in " + database.where()
                        + " yet: a restore or move was cut off; call it again (or remove the file " + mark.file()
                        + ", to begin with nothing).");
            }
            MissingKeys.refuse(settings, known);
            if (!begins) {
                MissingKeys.refuse(settings);
            }
            Keys keys =
                    KeyDirectory.open(settings.data(), settings.gatewayKey(), settings.bodyKey(), settings.auditKey());
            BodyCipher cipher = new BodyCipher(keys.bodies(), new SecureRandom());
            JdbcBodyKeys bodyKeys = new JdbcBodyKeys(database.sql());
            HeldBodyKeys held =
                    new HeldBodyKeys(KeyDirectory.bodyKeys(settings.data(), settings.bodyKey()), cipher, bodyKeys);
            claimBodies(database, bodyKeys, known, cipher.keyId(), now);
            held.require(bodyKeys.all());
            held.look();
            claimGateway(known, new JdbcGatewayKeys(database.sql(), cipher).all(), keys.gatewayKeyId(), now);
            AuditKey audit = HmacAuditKey.of(keys.audit().getEncoded());
            claim(known, JdbcInstanceKeys.AUDIT, Seal.keyName(audit.id()), "audit key", now);
            opened = true;
            return new Store(database, keys, cipher, held, new Chain(audit));
        } finally {
            if (!opened) {
                database.close();
            }
        }
    }

    private static boolean isNew(JdbcInstanceKeys known) {
        return Stream.of(JdbcInstanceKeys.GATEWAY, JdbcInstanceKeys.BODY, JdbcInstanceKeys.AUDIT)
                .noneMatch(name -> known.find(name).isPresent());
    }

    private static Database database(Settings settings, DatabaseLimits limits, boolean begins) {
        try {
            return begins ? Database.open(place(settings), limits) : Database.reopen(place(settings), limits);
        } catch (DatabaseUnavailable e) {
            throw new Trouble(e.getMessage(), e);
        }
    }

    /** Which database the settings name. */
    static DatabaseSettings place(Settings settings) {
        return settings.database()
                .map(own -> new DatabaseSettings(own.url(), own.user(), own.password()))
                .orElseGet(() -> DatabaseSettings.embedded(settings.data()));
    }

    /** What a version made that held one key is taken over. */
    private static void claimBodies(
            Database database, JdbcBodyKeys keys, JdbcInstanceKeys known, String first, Instant now) {
        new JdbcTransactions(database.sql(), new SecureRandom()).inOne(() -> {
            if (keys.lock().isEmpty()) {
                claim(known, JdbcInstanceKeys.BODY, first, "body key", now);
                keys.keep(BodyKey.first(first, new Deed(FIRST, now)));
            }
            return keys;
        });
    }

    /** Its file may hold a later pair than the first one, once that has ended. */
    private static void claimGateway(JdbcInstanceKeys known, List<Kept> pairs, String fingerprint, Instant now) {
        if (pairs.stream().noneMatch(one -> one.id().equals(fingerprint))) {
            claim(known, JdbcInstanceKeys.GATEWAY, fingerprint, "gateway key", now);
        }
        pairs.stream()
                .filter(one -> one.secret().isEmpty()
                        && !one.id().equals(fingerprint)
                        && !one.term().isOverAt(now))
                .findFirst()
                .ifPresent(missing -> {
                    throw new Trouble("This instance has another gateway key than one that still counts (here "
                            + beginning(fingerprint) + ", there " + beginning(missing.id()) + ", which "
                            + missing.term().words() + "): give it the key file of that one until it has ended.");
                });
    }

    private static void claim(JdbcInstanceKeys known, String name, String fingerprint, String what, Instant now) {
        String there = known.claim(name, fingerprint, now);
        if (!there.equals(fingerprint)) {
            throw new Trouble("This instance has another " + what + " than the one that its database was made with"
                    + " (here " + beginning(fingerprint) + ", there " + beginning(there)
                    + "): give it the key files that belong to this database.");
        }
    }

    /** As much of a fingerprint as a person compares. */
    static String beginning(String fingerprint) {
        return fingerprint.substring(0, Math.min(16, fingerprint.length()));
    }

    @Override
    public void close() {
        database.close();
    }
}
