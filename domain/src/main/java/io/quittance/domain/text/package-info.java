/** Text and bytes as the protocol sees them: what an identifier may hold, and bytes that compare by content. */
package io.quittance.domain.text;
