using Coppice.Client;

namespace Coppice.EndToEnd.Tests.Support;

/// <summary>What many stories begin with, done by the command line itself.</summary>
internal static class Steps
{
    public const string PurchaseDefinition =
        """
        workspace: boutique
        models:
          purchase:
            predicts: probability
            label: { event: purchase, within: 30d }
            features: [behaviour]

        """;

    public const string TableDefinition =
        """
        workspace: boutique
        models:
          churn:
            predicts: probability
            label: { column: Churn, positive: "Yes" }
            features: [columns]
            columns: { customer: id }

        """;

    public static async Task ImportTableAsync(TemporaryFolder folder)
    {
        folder.Write("coppice.yaml", TableDefinition);
        folder.Write("customers.csv", SomeFiles.Table(1500));
        (await folder.RunAsync("import", "labels", "customers.csv")).Exits(0);
    }

    public static async Task TrainTableAsync(TemporaryFolder folder)
    {
        await ImportTableAsync(folder);
        RunResponse run = await RetrainAsync(folder, "churn");
        Assert.Equal(("1.0", "promoted"), (run.Result!.Version, run.Result.Decision));
    }

    public static async Task ImportPurchasesAsync(TemporaryFolder folder, int customers = 500)
    {
        folder.Write("coppice.yaml", PurchaseDefinition);
        folder.Write("log.csv", SomeFiles.PurchaseLog(customers));
        (await folder.RunAsync("import", "events", "log.csv")).Exits(0);
    }

    /// <summary>A champion 1.0 and a candidate beside it.</summary>
    public static async Task<string> TrainPurchasesTwiceAsync(TemporaryFolder folder)
    {
        await ImportPurchasesAsync(folder);
        RunResponse first = await RetrainAsync(folder, "purchase", "--as-of", "2024-09-01");
        Assert.Equal(("1.0", "promoted"), (first.Result!.Version, first.Result.Decision));
        RunResponse second = await RetrainAsync(folder, "purchase", "--as-of", "2024-11-01");
        Assert.Equal("1.0", second.Result!.Against);
        return second.Result.Version;
    }

    public static async Task<RunResponse> RetrainAsync(TemporaryFolder folder, params string[] arguments) =>
        (await folder.RunAsync(["retrain", .. arguments, "--json"])).Exits(0).Json<RunResponse>();

    public static async Task<StatsResponse> StatsAsync(TemporaryFolder folder) =>
        (await folder.RunAsync("stats", "--json")).Exits(0).Json<StatsResponse>();

    public static async Task<string?> ChampionAsync(TemporaryFolder folder) =>
        (await folder.RunAsync("status", "--json")).Exits(0).Json<StatusResponse>().Models[0].Champion;

    /// <summary>Where <c>coppice serve</c> says it answers.</summary>
    public static async Task<Uri> AddressAsync(CoppiceProcess server)
    {
        string line = await server.WaitForLineAsync("serving ");
        string rest = line[(line.IndexOf(" on ", StringComparison.Ordinal) + 4)..];
        return new Uri(rest.Split(' ')[0]);
    }
}
