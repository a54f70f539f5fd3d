namespace Coppice.Server.Files.Columns;

/// <summary>Which roles a file has, the word for each, and the names by which its column is known: the earlier, the surer.</summary>
internal static class RoleNames
{
    private static readonly Role Customer = new(ColumnRole.Customer, "customer", RoleNeed.Needed,
        "customer customerid customerkey custid clientid client userid user accountid account memberid member personid visitorid contactid customernumber customerno");

    private static readonly Role CustomerOrId = Customer with { Names = [.. Customer.Names, "id"] };

    private static readonly Role Time = new(ColumnRole.Time, "time", RoleNeed.Needed,
        "time eventtime timestamp ts datetime date occurredat occurred eventdate orderdate transactiondate purchasedate invoicedate createdat created when day");

    private static readonly Role KnownTime = new(ColumnRole.KnownTime, "known_time", RoleNeed.Optional,
        "knowntime knownat known ingestedat receivedat recordedat arrivedat loadedat");

    private static readonly Role Id = new(ColumnRole.Id, "id", RoleNeed.Optional, "eventid id uuid messageid");

    private static readonly Role Text = new(ColumnRole.Text, "text", RoleNeed.Needed,
        "text note notes transcription transcript body content message comment conversation description");

    private static readonly Role[] Notes =
    [
        CustomerOrId,
        Time,
        Text,
        new(ColumnRole.Language, "language", RoleNeed.Optional, "language lang locale"),
        Id with { Names = ["noteid", "id", "uuid", "messageid"] },
        KnownTime,
    ];

    private static readonly Dictionary<TableContent, Role[]> Roles = new()
    {
        [TableContent.Events] =
        [
            Customer,
            Time,
            new(ColumnRole.Type, "type", RoleNeed.Optional, "type eventtype event eventname action activity"),
            new(ColumnRole.Value, "value", RoleNeed.Optional, "value amount dollarvalue dollars revenue price total totalamount spend sales euros monetaryvalue"),
            new(ColumnRole.Quantity, "quantity", RoleNeed.Optional, "quantity qty units items itemcount numberofitems numberofcds cds count"),
            Id,
            new(ColumnRole.Session, "session", RoleNeed.Optional, "session sessionid visitid"),
            new(ColumnRole.Product, "product", RoleNeed.Optional, "product productid sku item itemid stockcode articleid"),
            KnownTime,
        ],
        [TableContent.Profiles] = [CustomerOrId, Optional(Time, "time timestamp ts datetime asof validfrom since updatedat updated"), KnownTime],
        [TableContent.Notes] = Notes,
        [TableContent.NewNotes] = [.. Notes.Select(role => role == Time ? role with { Need = RoleNeed.Optional } : role)],
        [TableContent.Outcomes] =
        [
            CustomerOrId with { Need = RoleNeed.Optional },
            new(ColumnRole.PredictionId, "prediction_id", RoleNeed.Optional, "predictionid"),
            Time,
            new(ColumnRole.Purchased, "purchased", RoleNeed.Optional, "purchased purchase bought converted"),
            new(ColumnRole.Churned, "churned", RoleNeed.Optional, "churned churn left cancelled"),
            new(ColumnRole.LifetimeValue, "lifetime_value", RoleNeed.Optional, "lifetimevalue ltv clv"),
            Id with { Names = ["outcomeid"] },
            KnownTime,
        ],
        [TableContent.Texts] = [CustomerOrId, Text],
        [TableContent.LabelledRows] = [Customer with { Need = RoleNeed.Optional }, Optional(Time, "time timestamp ts datetime date asof"), KnownTime],
    };

    public static IReadOnlyList<Role> Of(TableContent content) => Roles[content];

    private static Role Optional(Role role, string names) => role with { Need = RoleNeed.Optional, Names = names.Split(' ') };

    internal sealed record Role(ColumnRole Id, string Word, RoleNeed Need, string[] Names)
    {
        public Role(ColumnRole id, string word, RoleNeed need, string names)
            : this(id, word, need, names.Split(' '))
        {
        }
    }

    internal enum RoleNeed
    {
        Optional,
        Needed,
    }
}
