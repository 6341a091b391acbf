package io.quittance.application.audit;

/** The key that seals the journal. It is not in the database: who can write there must not be able to seal. */
public interface AuditKey {
    int MAC_BYTES = 24;

    /** Stands in each seal, so that keys can be changed; it tells nothing of the key. */
    int id();

    /** A MAC of {@value #MAC_BYTES} bytes over a message; may be asked for by many threads at once. */
    byte[] mac(byte[] message);
}
