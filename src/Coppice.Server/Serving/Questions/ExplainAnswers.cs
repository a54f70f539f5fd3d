using Coppice.Client;
using Coppice.Server.Features;

namespace Coppice.Server.Serving.Questions;

/// <summary>Gives the reasons of answers from the inputs that will be recorded with them.</summary>
internal static class ExplainAnswers
{
    /// <summary>The reasons of each answer that is to have some, by its place; questions that do not say themselves get <paramref name="usual"/>.</summary>
    public static Dictionary<int, IReadOnlyList<PredictionReason>> Of(in AnsweredQuestions answered, int usual)
    {
        var (champion, write, _) = answered;
        var reasons = new Dictionary<int, IReadOnlyList<PredictionReason>>();
        long[] asOf = new long[1];
        for (int i = 0; i < write.Count; i++)
        {
            int most = answered.Asked is { } asked && asked.TryGetValue(i, out int own) ? own : usual;
            if (most == 0)
                continue;
            var table = new InputTable(1);
            table.SetFromJson(0, write[i].InputsAsObject());
            asOf[0] = write[i].AsOf;
            reasons[i] = champion.Version.Explainer.Reasons(champion.Version.Pipeline.Transform(table, asOf).Row(0), table, 0, most);
        }

        return reasons;
    }
}
