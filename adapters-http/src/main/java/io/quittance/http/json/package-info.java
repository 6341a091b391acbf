/**
 * JSON as the protocol needs it: {@link io.quittance.http.json.JsonReader} believes nothing that two readers could
 * understand differently, {@link io.quittance.http.json.JsonWriter} writes exactly what it is told. Knows nothing of
 * payments.
 */
package io.quittance.http.json;
