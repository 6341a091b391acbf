/**
 * How upstream is asked, whatever about: {@link io.quittance.application.upstream.ErrandRunner} runs every errand by one
 * rule, {@link io.quittance.application.upstream.Inquiry} is what it must know of one kind of order, {@link
 * io.quittance.application.upstream.Answer} has the five kinds of answer.
 */
package io.quittance.application.upstream;
