using System.CommandLine;

namespace Coppice.Cli.Imports;

/// <summary>The option by which people say which column of a file is what.</summary>
internal static class ColumnMap
{
    public static Option<string[]> Option()
    {
        var map = new Option<string[]>("--map")
        {
            Description = "which column is what, where its name does not say so: customer=CustomerID time=Date",
            HelpName = "ROLE=COLUMN",
            AllowMultipleArgumentsPerToken = true,
        };
        map.Validators.Add(result =>
        {
            foreach (string entry in result.GetValueOrDefault<string[]>() ?? [])
            {
                if (entry.IndexOf('=', StringComparison.Ordinal) < 1)
                    result.AddError($"--map expects role=column, found '{entry}'.");
            }
        });
        return map;
    }
}
