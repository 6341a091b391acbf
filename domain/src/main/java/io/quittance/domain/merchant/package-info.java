/** Who calls us and whom we tell: registered parties, their keys and their account upstream. */
package io.quittance.domain.merchant;
