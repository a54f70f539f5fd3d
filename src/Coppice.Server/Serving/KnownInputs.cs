using System.Text;
using Coppice.Server.Customers;
using Coppice.Server.Features;
using Coppice.Server.Labels;
using Coppice.Server.Models;
using Coppice.Server.Serving.Questions;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Serving;

/// <summary>Inputs from what is known about customers by now, with what a question brings in their place.</summary>
public sealed class KnownInputs(Database database, CustomerFactsStore facts, InputReader inputs, MissRates missRates)
{
    /// <summary>Inputs of each customer in the order given; <paramref name="given"/> is a JSON object, or null.</summary>
    public InputTable Read(ModelDefinition model, LoadedVersion version, IReadOnlyList<string> keys, IReadOnlyList<string?> given, long asOf) =>
        database.Read(session => Read(session, model, version, Keys(session, keys, asOf), given));

    /// <summary>Whose inputs, as of a time; customers that are not known have the number 0 and no history.</summary>
    public IReadOnlyList<ExampleKey> Keys(Session session, IEnumerable<string> keys, long asOf) =>
        [.. facts.Numbers(session, keys).Select(id => new ExampleKey(id, asOf))];

    /// <summary>The same within the caller's snapshot of the database.</summary>
    public InputTable Read(Session session, ModelDefinition model, LoadedVersion version, IReadOnlyList<ExampleKey> keys, IReadOnlyList<string?> given)
    {
        var table = inputs.Read(session, model.Features, version.Pipeline.Inputs, keys);
        for (int i = 0; i < given.Count; i++)
        {
            if (given[i] is { } json)
                table.SetFromJson(i, json);
        }

        return table;
    }

    /// <summary>Answers again from all there is to know: what was read so far knew only what the questions brought.</summary>
    internal void Answer(AnsweredQuestions answered)
    {
        var (champion, write, _) = answered;
        string[] keys = new string[write.Count];
        string?[] given = new string?[write.Count];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = Encoding.UTF8.GetString(write[i].Customer);
            given[i] = write[i].InputsAsObject();
        }

        long asOf = write[0].AsOf;
        var table = Read(champion.Model, champion.Version, keys, given, asOf);
        long[] times = new long[keys.Length];
        Array.Fill(times, asOf);
        double[] scores = champion.Version.Score(table, times);
        string[] json = table.ToJson();
        for (int i = 0; i < keys.Length; i++)
        {
            write[i].Score = scores[i];
            write[i].Interval = champion.Version.Calibration.Intervals?.Of(scores[i], missRates.Of(champion.ModelId));
            write[i].SetInputs(json[i]);
        }
    }
}
