import django.contrib.postgres.indexes
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reporting', '0005_reviews_of_translations'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='publicationrow',
            index=django.contrib.postgres.indexes.GinIndex(fields=['facets'], name='row_by_facet'),
        ),
        migrations.AddIndex(
            model_name='publicationrow',
            index=models.Index(models.F('publication'), models.F('listed'), models.F('places__0'), name='row_by_ar'),
        ),
        migrations.AddIndex(
            model_name='publicationrow',
            index=models.Index(models.F('publication'), models.F('listed'), models.F('places__1'), name='row_by_zh'),
        ),
        migrations.AddIndex(
            model_name='publicationrow',
            index=models.Index(models.F('publication'), models.F('listed'), models.F('places__2'), name='row_by_en'),
        ),
        migrations.AddIndex(
            model_name='publicationrow',
            index=models.Index(models.F('publication'), models.F('listed'), models.F('places__3'), name='row_by_fr'),
        ),
        migrations.AddIndex(
            model_name='publicationrow',
            index=models.Index(models.F('publication'), models.F('listed'), models.F('places__4'), name='row_by_ru'),
        ),
        migrations.AddIndex(
            model_name='publicationrow',
            index=models.Index(models.F('publication'), models.F('listed'), models.F('places__5'), name='row_by_es'),
        ),
    ]
