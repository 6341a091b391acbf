package io.quittance.http.json;

/** A body is not the JSON that we read. The message says in few words what is wrong and never quotes the body. */
public final class JsonFault extends Exception {
    private static final long serialVersionUID = 1L;

    public JsonFault(String message) {
        super(message, null, false, false);
    }
}
