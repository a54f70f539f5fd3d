using Coppice.Cli.Invocation;
using Coppice.Server.Files;
using Coppice.Server.Files.Columns;
using Coppice.Server.Workspaces;
using Coppice.Server.Workspaces.Writing;

namespace Coppice.Cli.Workspaces;

/// <summary>The one place where the command line gets the text of a new definition file.</summary>
internal static class DefinitionFiles
{
    public const string FileName = DefinitionFile.Name;

    /// <summary>A workspace with the three models every shop wants.</summary>
    public static string Default(string workspace) => DefinitionWriter.Write(StarterDefinition.Of(workspace, TimeZoneInfo.Utc));

    /// <summary>A workspace for a table: columns, types and positive values are read from the file; without a target, what to predict is found by name.</summary>
    public static (string Text, TableBrings Brings) FromTable(string workspace, string file, string? target)
    {
        TableOpening opening = TableFile.Open(file);
        using ITableReader reader = opening.Reader ?? throw new CommandFailure($"{file}: {opening.Problem}.");
        TableProfile table = TableProfile.Read(reader);
        TableDefinitionResult result = target is null
            ? OutcomeDefinition.Infer(workspace, TimeZoneInfo.Utc, table)
            : TableDefinition.Infer(workspace, TimeZoneInfo.Utc, table, target);
        return (DefinitionWriter.Write(result.Definition ?? throw new CommandFailure($"{file}: {result.Problem}.")), result.Brings);
    }

    /// <summary>The built-in shop.</summary>
    public static string Demo() =>
        """
        workspace: demo-shop
        time_zone: UTC
        models:
          purchase:                                 # will this customer buy in the next 30 days?
            predicts: probability
            label: { event: purchase, within: 30d }
            features: [behaviour, profile, notes]
          churn:                                    # will nothing be heard of them for 90 days?
            predicts: probability
            label: { no_event: [purchase, visit], within: 90d }
            features: [behaviour, profile, notes]
          clv:                                      # what will they spend in 90 days?
            predicts: amount
            label: { sum: purchase.value, within: 90d }
            features: [behaviour, profile, notes]
        drift: { window: 14d }                      # a small shop: two weeks tell more than one

        """;
}
