package io.quittance.persistence.relay;

import static io.quittance.persistence.database.Sql.identifier;

import io.quittance.application.journal.ObjectRef;
import io.quittance.application.relay.NewsTold;
import io.quittance.domain.account.AccountId;
import io.quittance.domain.merchant.MerchantId;
import io.quittance.domain.relay.ForeignNews;
import io.quittance.domain.relay.NewsId;
import io.quittance.domain.relay.NewsTopic;
import io.quittance.persistence.database.Cells;
import io.quittance.persistence.database.Columns;
import io.quittance.persistence.database.Sql;
import io.quittance.persistence.journal.JournalHead;
import java.sql.SQLException;
import java.util.Optional;

/** What upstream told of that we do not understand, in the table {@code foreign_news}. */
public final class JdbcNewsTold implements NewsTold {
    public static final JournalHead HEAD = new JournalHead(ObjectRef.Kind.NEWS, "foreign_news", "news_no");

    private static final Columns<ForeignNews> ALL = Columns.of(
            Columns.of("news_no", news -> identifier(news.id().value())),
            Columns.of("merchant_id", news -> news.merchant().value()),
            Columns.of("account_id", news -> news.account().value()),
            Columns.of("notify_type", news -> identifier(news.topic().type())),
            Columns.of("subject", news -> identifier(news.topic().subject())),
            Columns.of("heard_at", ForeignNews::at),
            JournalHead.month(ForeignNews::at));

    private static final String ADD = "insert into foreign_news (" + ALL.listed() + ") values (" + ALL.marks()
            + ") on duplicate key update news_no = news_no";
    private static final String BY_TOPIC =
            "select " + ALL.listed() + " from foreign_news where merchant_id = ? and notify_type = ? and subject = ?";
    private static final String BY_NUMBER = "select " + ALL.listed() + " from foreign_news where news_no = ?";

    private final Sql sql;

    public JdbcNewsTold(Sql sql) {
        this.sql = sql;
    }

    @Override
    public ForeignNews addOrLock(ForeignNews news) {
        sql.change("add news", ADD, ALL.bound(news));
        return sql.first("lock news", BY_TOPIC + " for update", JdbcNewsTold::read, key(news.merchant(), news.topic()))
                .orElseThrow(() -> new IllegalStateException("news number " + news.id() + " was given twice"));
    }

    @Override
    public Optional<ForeignNews> find(MerchantId merchant, NewsTopic topic) {
        return sql.first("find news", BY_TOPIC, JdbcNewsTold::read, key(merchant, topic));
    }

    @Override
    public Optional<ForeignNews> find(NewsId id) {
        return sql.first("find news", BY_NUMBER, JdbcNewsTold::read, identifier(id.value()));
    }

    private static Object[] key(MerchantId merchant, NewsTopic topic) {
        return new Object[] {merchant.value(), identifier(topic.type()), identifier(topic.subject())};
    }

    private static ForeignNews read(Cells cells) throws SQLException {
        return new ForeignNews(
                new NewsId(cells.identifier("news_no")),
                new MerchantId(cells.whole("merchant_id")),
                new AccountId(cells.whole("account_id")),
                new NewsTopic(cells.identifier("notify_type"), cells.identifier("subject")),
                cells.instant("heard_at"));
    }
}
