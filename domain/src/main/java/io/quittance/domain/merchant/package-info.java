/** Who calls us and whom we tell: registered parties and their keys. */
package io.quittance.domain.merchant;
