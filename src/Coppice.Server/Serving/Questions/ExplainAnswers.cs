using System.Text;
using Coppice.Client;
using Coppice.Server.Features;
using Coppice.Server.Storage;

namespace Coppice.Server.Serving.Questions;

/// <summary>Gives the reasons of answers from the inputs that will be recorded with them.</summary>
internal sealed class ExplainAnswers(Database database, KnownInputs known, ExplainRows explain)
{
    /// <summary>The reasons of each answer that is to have some, by its place; questions that do not say themselves get <paramref name="usual"/>.</summary>
    public Dictionary<int, IReadOnlyList<PredictionReason>> Of(AnsweredQuestions answered, int usual) => database.Read(session =>
    {
        var (champion, write, _) = answered;
        var reasons = new Dictionary<int, IReadOnlyList<PredictionReason>>();
        for (int i = 0; i < write.Count; i++)
        {
            int most = answered.Asked is { } asked && asked.TryGetValue(i, out int own) ? own : usual;
            if (most == 0)
                continue;
            var table = new InputTable(1);
            table.SetFromJson(0, write[i].InputsAsObject());
            var features = champion.Version.Pipeline.Transform(table, [write[i].AsOf]);
            var keys = known.Keys(session, [Encoding.UTF8.GetString(write[i].Customer)], write[i].AsOf);
            reasons[i] = explain.Of(session, champion.Version, table, features, keys, most)[0];
        }

        return reasons;
    });
}
