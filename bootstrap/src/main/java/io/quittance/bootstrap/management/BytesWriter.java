package io.quittance.bootstrap.management;

import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ByteBufferFactory;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.body.MessageBodyWriter;
import io.micronaut.http.codec.CodecException;
import io.quittance.domain.text.Bytes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;

/** Sends what the management API answers as the JSON that it already is. */
@Singleton
@Produces(MediaType.APPLICATION_JSON)
final class BytesWriter implements MessageBodyWriter<Bytes> {
    @Override
    public void writeTo(Argument<Bytes> type, MediaType media, Bytes json, MutableHeaders headers, OutputStream out) {
        headers.setIfMissing("Content-Type", media.toString());
        try {
            out.write(json.toArray());
        } catch (IOException e) {
            throw new CodecException("An answer could not be written", e);
        }
    }

    @Override
    public ByteBuffer<?> writeTo(
            Argument<Bytes> type,
            MediaType media,
            Bytes json,
            MutableHeaders headers,
            ByteBufferFactory<?, ?> buffers) {
        headers.setIfMissing("Content-Type", media.toString());
        return buffers.wrap(json.toArray());
    }
}
