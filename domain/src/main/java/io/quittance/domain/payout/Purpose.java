package io.quittance.domain.payout;

/** What money is paid out for. The list is the provider's, and it adds to it: one that is not here is in the merchant's words. */
public enum Purpose {
    UTILITY_BILLS,
    TOURISM,
    /** Tickets to sights, and what travel agencies ask. */
    TRAVEL_TICKETS,
    WAGES,
    WAGES_BY_AGENT,
    GOODS,
    SERVICES,
    SUPPLIER,
    LOGISTICS,
    /** To win users and to keep them. */
    INCENTIVE,
    GAME,
    /** To an account of the same company. */
    OWN_ACCOUNT,
    /** Expenses, benefits and commissions. */
    COMMISSION,
    /** To the account of an owner, a director or the legal representative. */
    OWNERS_ACCOUNT,
    /** To whoever runs the business for the merchant. */
    OPERATING_AGENT,
    ADVERTISING,
    RETURNED_GOODS,
    /** What is settled with a merchant behind the merchant. */
    SUB_MERCHANT,
    LOGISTICS_SUPPLIER,
    GOODS_SUPPLIER,
    SHARES,
    FUNDS,
    TAXES,
    LOAN,
    OTHER
}
