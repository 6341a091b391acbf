package io.quittance.http.outbound;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/**
 * A body that asks whether to go when it is written. The head is in the connection's buffer by then and leaves together
 * with the body, so this is the last moment at which nothing has left; behind it there is one copy and the write to the
 * socket.
 */
final class AskedBody extends AbstractHttpEntity {
    private final byte[] body;
    private final BooleanSupplier goes;

    /** @param goes whether to write it; who says no must have cut the connection: closing it in peace sends the head */
    AskedBody(byte[] body, BooleanSupplier goes) {
        super((String) null, null);
        this.body = body;
        this.goes = goes;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (!goes.getAsBoolean()) {
            throw new IOException("withdrawn");
        }
        out.write(body);
    }

    @Override
    public long getContentLength() {
        return body.length;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public InputStream getContent() {
        return new ByteArrayInputStream(body);
    }

    @Override
    public void close() {
        // Only memory.
    }
}
