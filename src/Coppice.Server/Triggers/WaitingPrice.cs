using System.Globalization;
using Coppice.Client;
using Coppice.Server.Predictions;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Triggers;

/// <summary>What it costs to wait with a retrain: what acting by the champion saves less than was promised, at the pace at which it is asked.</summary>
public sealed class WaitingPrice(ChampionWatch watch, PredictionStore predictions, TimeProvider time)
{
    private const int MostPredictions = 10_000;

    /// <summary>A pace over less says nothing.</summary>
    private const double FewestDays = 1;

    /// <summary>Null without costs, before the champion was measured, and where nobody asks.</summary>
    public WaitingCost? Read(Session session, ModelDefinition model, long modelId, long? championId)
    {
        if (model.Costs is not { } costs || watch.Find(modelId, championId) is not { Saved: { } saved })
            return null;
        var (rows, oldest) = predictions.Newest(session, modelId, MostPredictions);
        double days = oldest is { } first ? (time.GetUtcNow() - UtcMicroseconds.ToTime(first)).TotalDays : 0;
        return days < FewestDays ? null : Of(saved.Promised, saved.Achieved, 7 * rows / days, costs.Retrain);
    }

    /// <summary>The price of a week.</summary>
    /// <param name="promised">What acting was to save by 1,000 customers.</param>
    /// <param name="achieved">What it saves.</param>
    /// <param name="asked">Customers asked about in a week.</param>
    /// <param name="retrain">What a retrain costs; null where nobody says.</param>
    public static WaitingCost Of(double promised, double achieved, double asked, double? retrain)
    {
        double week = Math.Max(0, promised - achieved) / 1_000 * asked;
        string price = retrain is { } costs ? Text($" A retrain costs {costs:0.##}: {(week > costs ? "it pays within a week if it restores what was promised" : "it does not pay within a week")}.") : "";
        string sentence = week > 0
            ? Text($"waiting costs about {week:N0} a week: acting saves {achieved:N0} by 1,000 customers, {promised:N0} were promised, and {asked:N0} are asked about in a week.")
            : Text($"waiting costs nothing so far: acting saves {achieved:N0} by 1,000 customers, {promised:N0} were promised.");
        return new WaitingCost(week, retrain, sentence + price);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
