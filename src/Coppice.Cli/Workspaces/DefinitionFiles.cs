using Coppice.Cli.Invocation;

namespace Coppice.Cli.Workspaces;

/// <summary>The one place where the command line gets the text of a new definition file.</summary>
internal static class DefinitionFiles
{
    public const string FileName = "coppice.yaml";

    /// <summary>A workspace with the three models every shop wants.</summary>
    public static string Default(string workspace) =>
        $$"""
        workspace: {{workspace}}
        time_zone: UTC
        models:
          purchase:                                 # will this customer buy in the next 30 days?
            predicts: probability
            label: { event: purchase, within: 30d }
          churn:                                    # will nothing be heard of them for 90 days?
            predicts: probability
            label: { no_event: [purchase, visit], within: 90d }
          clv:                                      # what will they spend in a year?
            predicts: amount
            label: { sum: purchase.value, within: 365d }

        """;

    /// <summary>A workspace for a table of labelled rows: columns, types and the positive value are read from the file.</summary>
    public static string FromTable(string workspace, string file, string target) =>
        throw new CommandFailure($"A definition for {workspace} cannot be inferred from {file} and its column {target} yet; write it by hand.");

    /// <summary>The built-in shop.</summary>
    public static string Demo() =>
        """
        workspace: demo-shop
        time_zone: UTC
        models:
          purchase:                                 # will this customer buy in the next 30 days?
            predicts: probability
            label: { event: purchase, within: 30d }
          churn:                                    # will nothing be heard of them for 90 days?
            predicts: probability
            label: { no_event: [purchase, visit], within: 90d }
          clv:                                      # what will they spend in 90 days?
            predicts: amount
            label: { sum: purchase.value, within: 90d }

        """;
}
