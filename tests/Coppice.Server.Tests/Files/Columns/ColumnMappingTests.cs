using Coppice.Server.Files;
using Coppice.Server.Files.Columns;

namespace Coppice.Server.Tests.Files.Columns;

public sealed class ColumnMappingTests
{
    [Fact]
    public void The_orders_of_cdnow_are_purchases()
    {
        ColumnMapping mapping = Resolved(TableContent.Events, "customer_id date number_of_cds dollar_value");

        Assert.Equal((0, 1, 2, 3), (mapping[ColumnRole.Customer], mapping[ColumnRole.Time], mapping[ColumnRole.Quantity], mapping[ColumnRole.Value]));
        Assert.Equal("purchase", mapping.Constant(ColumnRole.Type));
        Assert.False(mapping.IsProperty(3));
        Assert.True(mapping.IsProperty(4));
    }

    [Fact]
    public void Outcomes_and_notes_are_found_by_their_usual_names()
    {
        ColumnMapping outcomes = Resolved(TableContent.Outcomes, "client_id purchased churned lifetime_value date");
        Assert.Equal((0, 1, 2, 3, 4), (outcomes[ColumnRole.Customer], outcomes[ColumnRole.Purchased], outcomes[ColumnRole.Churned], outcomes[ColumnRole.LifetimeValue], outcomes[ColumnRole.Time]));

        ColumnMapping notes = Resolved(TableContent.Notes, "ID Date Duration Language Length Transcription");
        Assert.Equal((0, 1, 3, 5), (notes[ColumnRole.Customer], notes[ColumnRole.Time], notes[ColumnRole.Language], notes[ColumnRole.Text]));
    }

    [Fact]
    public void The_only_column_of_sentences_is_the_text_whatever_it_is_called()
    {
        TableProfile One(params string[] names) => new([.. names.Select(name => Column(name, name.StartsWith("long", StringComparison.Ordinal) ? ColumnType.Text : ColumnType.Category))], 1, 0);

        Assert.Equal(2, ColumnMapping.Resolve(TableContent.Notes, One("client", "date", "longish")).Mapping![ColumnRole.Text]);
        Assert.Equal(1, ColumnMapping.Resolve(TableContent.NewNotes, One("client", "longish")).Mapping![ColumnRole.Text]);
        Assert.Equal(3, ColumnMapping.Resolve(TableContent.Notes, One("client", "date", "longish", "note")).Mapping![ColumnRole.Text]);
        Assert.Contains("a column for the text", ColumnMapping.Resolve(TableContent.Notes, One("client", "date", "longish", "longer")).Problem);
    }

    private static InferredColumn Column(string name, ColumnType type) =>
        new() { Name = name, Type = type, Rows = 1, Missing = 0, Misfits = 0, Key = RowKey.Repeats };

    [Fact]
    public void A_prediction_may_say_whom_an_outcome_is_about()
    {
        ColumnMapping mapping = Resolved(TableContent.Outcomes, "Prediction-ID date left");
        Assert.Equal((0, 1, null), (mapping[ColumnRole.PredictionId], mapping[ColumnRole.Time], mapping[ColumnRole.Customer]));

        ColumnMapping given = Resolved(TableContent.Outcomes, "churn_prediction_id date left", "prediction_id=churn_prediction_id");
        Assert.Equal(0, given[ColumnRole.PredictionId]);

        string? problem = ColumnMapping.Resolve(TableContent.Outcomes, ["date", "left"]).Problem;
        Assert.Equal("expected a column for the customer; there are date, left. Say which: --map customer=COLUMN", problem);
    }

    [Fact]
    public void What_a_person_says_wins()
    {
        ColumnMapping mapping = Resolved(TableContent.Events, "date when who client_id", "customer=who, time=when, type:=visit");

        Assert.Equal((2, 1), (mapping[ColumnRole.Customer], mapping[ColumnRole.Time]));
        Assert.Equal("visit", mapping.Constant(ColumnRole.Type));
        Assert.Null(mapping[ColumnRole.Type]);
    }

    [Theory]
    [InlineData("custmer date value", null, "expected a column for the customer; there are custmer, date, value; nearest is custmer. Say which: --map customer=custmer")]
    [InlineData("a b", null, "expected a column for the customer; there are a, b. Say which: --map customer=COLUMN")]
    [InlineData("customer date x", null, "expected a column for the event type or for its value; there are customer, date, x. Say which: --map type=COLUMN, or type:=purchase")]
    [InlineData("customer date value", "time=dat", "there is no column \"dat\"; there are customer, date, value (did you mean date?)")]
    [InlineData("customer date value", "tme=date", "expected one of customer, time, type, value, quantity, id, session, product, known_time, found \"tme\" (did you mean time?)")]
    [InlineData("customer date value", "time", "expected customer=COLUMN or type:=VALUE, found \"time\"")]
    [InlineData("customer date value", "time=date,time=value", "time is given twice")]
    public void What_is_missing_is_one_sentence(string header, string? given, string expected) =>
        Assert.Equal(expected, ColumnMapping.Resolve(TableContent.Events, header.Split(' '), given).Problem);

    private static ColumnMapping Resolved(TableContent content, string header, string? given = null)
    {
        ColumnMappingResult result = ColumnMapping.Resolve(content, header.Split(' '), given);
        Assert.Null(result.Problem);
        return result.Mapping!;
    }
}
