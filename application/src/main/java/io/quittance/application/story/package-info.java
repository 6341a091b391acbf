/**
 * What persons see of orders, whatever their kind: where each stands, what is still to be done about it, and all that
 * happened. Nothing here moves an order. Start at {@link io.quittance.application.story.TellStory}.
 */
package io.quittance.application.story;
