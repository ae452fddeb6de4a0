using Spectre.Console;

namespace Extractor.Cli.Verbs;

/// <summary>A progress bar on standard error where that is a terminal, and nothing where it is not.</summary>
static class Progressing
{
    public static async Task<T> ShowAsync<T>(this Terminal terminal, string label, int total, Func<Action<double>, Task<T>> work)
    {
        if (!terminal.ShowsProgress || total < 2)
            return await work(_ => { });
        return await terminal.Bars().Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(async progress =>
        {
            var bar = progress.AddTask(Markup.Escape(label), maxValue: total);
            return await work(done => bar.Value = done);
        });
    }
}
