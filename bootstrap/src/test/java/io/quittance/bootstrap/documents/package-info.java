/**
 * What the documents say, compared with the code: start at {@link io.quittance.bootstrap.documents.DocumentsTest}. A page
 * that a test holds to the code can be believed.
 */
package io.quittance.bootstrap.documents;
