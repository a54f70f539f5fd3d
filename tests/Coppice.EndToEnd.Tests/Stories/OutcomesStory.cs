using System.Globalization;
using Coppice.Client;
using Coppice.EndToEnd.Tests.Support;

namespace Coppice.EndToEnd.Tests.Stories;

public sealed class OutcomesStory
{
    [Fact]
    public async Task Reported_outcomes_become_labels_of_the_predictions_before_them_and_can_be_corrected()
    {
        using var folder = new TemporaryFolder();
        await Steps.TrainTableAsync(folder);
        string[] asked = [.. SomeFiles.Table(200, seed: 5).Split('\n').Take(201)];
        folder.Write("asked.csv", string.Join('\n', asked) + "\n");
        (await folder.RunAsync("predict", "asked.csv", "--out", "scores.csv")).Exits(0);
        Assert.Equal(201, File.ReadAllLines(folder.PathOf("scores.csv")).Length);

        folder.Write("outcomes.csv", Outcomes(100, "No"));
        ImportReport report = (await folder.RunAsync("import", "outcomes", "outcomes.csv", "--json")).Exits(0).Json<ImportReport>();
        Assert.Equal((100, 0), (report.Imported, report.SetAside));
        await Steps.RetrainAsync(folder, "churn");
        Assert.Equal((100, 100, 0, 0.0), await LoggedAsync(folder));

        folder.Write("corrected.csv", Outcomes(10, "Yes"));
        (await folder.RunAsync("import", "outcomes", "corrected.csv")).Exits(0);
        await Steps.RetrainAsync(folder, "churn");
        Assert.Equal((100, 100, 10, 0.1), await LoggedAsync(folder));
    }

    private static string Outcomes(int customers, string value)
    {
        string now = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        return "client_id,Churn,date\n" + string.Concat(Enumerable.Range(0, customers).Select(c => $"c{c},{value},{now}\n"));
    }

    private static async Task<(long Matured, long Open, long Corrected, double Mean)> LoggedAsync(TemporaryFolder folder)
    {
        LabelStats logged = Assert.Single((await Steps.StatsAsync(folder)).Labels, l => l.Source == "logged");
        return (logged.Matured, logged.Open, logged.Corrected, logged.Mean!.Value);
    }
}
