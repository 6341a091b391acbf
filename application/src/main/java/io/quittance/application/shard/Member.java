package io.quittance.application.shard;

import java.util.Objects;

/**
 * One of the instances that share a database, as the others see it.
 *
 * @param name of one run of one instance, at most 64 characters; never used again, not even by the same instance
 * @param address where a person finds it
 * @param version of the gateway that it runs
 */
public record Member(String name, String address, String version) {
    public Member {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(version, "version");
    }

    /** The same instance under another name. */
    Member named(String another) {
        return new Member(another, address, version);
    }
}
