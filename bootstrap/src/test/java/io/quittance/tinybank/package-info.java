/**
 * A sample of an acquirer that speaks another protocol, as small as can be and real: plain JSON, signed by HMAC-SHA256 in a
 * header of its own, captures only. TinyBank is asked where a capture stands, as it need not tell; where it does, at a
 * callback, that is signed alike. Its story is {@code docs/extending/an-acquirer.md}; start with {@link
 * io.quittance.tinybank.TinyBankBeans}.
 */
package io.quittance.tinybank;
